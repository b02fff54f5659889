package org.handrail.platform.caller;

import org.handrail.platform.http.HandlerRule;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** No handler without a word on who may call it. */
final class HandlersNameTheirRoles implements HandlerRule {

  @Override
  public void check(RequestMappingInfo mapping, HandlerMethod handler) {
    if (!RoleCheck.isOpen(handler) && RoleCheck.allowed(handler) == null) {
      throw new IllegalStateException(handler + " says not who may call it: add @AllowedTo");
    }
  }
}
