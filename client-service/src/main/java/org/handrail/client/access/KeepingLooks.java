package org.handrail.client.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.handrail.platform.caller.CurrentCaller;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Keeps what was noticed when an answer with something in it is about to leave: by then the
 * request's own transaction, which may have been one that only reads, has ended. What cannot be
 * kept is not shown.
 */
@ControllerAdvice
class KeepingLooks implements ResponseBodyAdvice<Object> {
  private final Looks looks;
  private final AccessLog log;
  private final Transactions transactions;
  private final Clock clock;
  private final RecentLooks recent = new RecentLooks();

  KeepingLooks(Looks looks, AccessLog log, Transactions transactions, Clock clock) {
    this.looks = looks;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public boolean supports(
      MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter answer,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    var attributes = RequestContextHolder.getRequestAttributes();
    if (body != null && attributes != null) {
      CurrentCaller.personIfAny().ifPresent(person -> looks.shown(person, ClientsShown.in(body)));
      Looks.here(attributes).ifPresent(noticed -> keep(noticed, kind(attributes)));
    }
    return body;
  }

  private void keep(Looks.Noticed noticed, String kind) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var fresh = recent.without(noticed, kind, now);
    if (!fresh.clients().isEmpty()) {
      transactions.run(() -> log.keep(fresh.person(), fresh.clients(), kind, now));
      recent.kept(fresh, kind, now);
    }
  }

  private static String kind(RequestAttributes request) {
    return LookKind.of(
        String.valueOf(
            request.getAttribute(
                HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)));
  }
}
