package org.handrail.platform.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives handlers their {@link Caller}, {@link Person}, {@link ServiceCaller}, {@link OnBehalfOf}.
 */
final class CallerParameters implements HandlerMethodArgumentResolver {

  private static final Set<Class<?>> KNOWN =
      Set.of(Caller.class, Person.class, ServiceCaller.class, OnBehalfOf.class);

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return KNOWN.contains(parameter.getParameterType());
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var caller = CurrentCaller.get();
    if (parameter.getParameterType() == OnBehalfOf.class) {
      return onBehalfOf(caller, request);
    }
    if (!parameter.getParameterType().isInstance(caller)) {
      throw Refusal.of(Problems.ROLE_NOT_ALLOWED);
    }
    return caller;
  }

  private static OnBehalfOf onBehalfOf(Caller caller, NativeWebRequest request) {
    var servlet = request.getNativeRequest(HttpServletRequest.class);
    if (servlet == null || !(caller instanceof ServiceCaller)) {
      throw Refusal.of(Problems.ROLE_NOT_ALLOWED);
    }
    return OnBehalfOfHeaders.read(servlet).orElseThrow(() -> Refusal.of(OnBehalfOfHeaders.INVALID));
  }
}
