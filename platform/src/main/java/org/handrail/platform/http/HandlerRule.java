package org.handrail.platform.http;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** What must hold for each of Handrail's handlers, else the service does not start. */
@FunctionalInterface
public interface HandlerRule {

  /**
   * @throws IllegalStateException naming the handler and what to do
   */
  void check(RequestMappingInfo mapping, HandlerMethod handler);
}
