package org.handrail.gateway.route;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.stereotype.Component;

/**
 * Has the filters of headers in place before the first request comes in. Spring Cloud Gateway looks
 * them up at {@link ContextRefreshedEvent}, and the web server takes requests some milliseconds
 * before that: whoever came in between was answered 500.
 */
@Component
class HeaderFilters implements SmartLifecycle {

  private final ApplicationContext context;
  private final ProxyExchangeHandlerFunction proxy;
  private volatile boolean inPlace;

  HeaderFilters(ApplicationContext context, ProxyExchangeHandlerFunction proxy) {
    this.context = context;
    this.proxy = proxy;
  }

  @Override
  public void start() {
    proxy.onApplicationEvent(new ContextRefreshedEvent(context));
    inPlace = true;
  }

  @Override
  public void stop() {
    inPlace = false;
  }

  @Override
  public boolean isRunning() {
    return inPlace;
  }

  /** Parts that start together do so by phase, the lowest first. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
  }
}
