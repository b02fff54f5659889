package org.handrail.platform.caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses callers without one of the handler's roles, before the body is read. */
final class RoleCheck implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && isOurs(method) && !isOpen(method)) {
      var allowed = allowed(method);
      if (allowed == null || !CurrentCaller.get().hasAny(Set.of(allowed.value()))) {
        throw Refusal.of(Problems.ROLE_NOT_ALLOWED);
      }
    }
    return true;
  }

  static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getName().startsWith("org.handrail.");
  }

  static boolean isOpen(HandlerMethod method) {
    return allowedOn(method) == null
        && (method.hasMethodAnnotation(OpenToEverybody.class)
            || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), OpenToEverybody.class));
  }

  static @Nullable AllowedTo allowed(HandlerMethod method) {
    var own = allowedOn(method);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedTo.class);
  }

  private static @Nullable AllowedTo allowedOn(HandlerMethod method) {
    return method.getMethodAnnotation(AllowedTo.class);
  }
}
