package org.handrail.platform.http;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Holds all handlers against the rules before the service opens. */
final class HandlerRules implements SmartInitializingSingleton {

  private final List<RequestMappingHandlerMapping> mappings;
  private final List<HandlerRule> rules;

  HandlerRules(List<RequestMappingHandlerMapping> mappings, List<HandlerRule> rules) {
    this.mappings = mappings;
    this.rules = rules;
  }

  @Override
  public void afterSingletonsInstantiated() {
    for (var mapping : mappings) {
      mapping
          .getHandlerMethods()
          .forEach(
              (info, handler) -> {
                if (handler.getBeanType().getName().startsWith("org.handrail.")) {
                  rules.forEach(rule -> rule.check(info, handler));
                }
              });
    }
  }
}
