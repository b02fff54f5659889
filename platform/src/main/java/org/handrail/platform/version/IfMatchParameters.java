package org.handrail.platform.version;

import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link IfMatch}. */
final class IfMatchParameters implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(IfMatch.class)
        && parameter.getParameterType() == long.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var header = request.getHeader(HttpHeaders.IF_MATCH);
    if (header == null) {
      throw Refusal.of(Versions.PRECONDITION_REQUIRED);
    }
    return ETags.version(header)
        .orElseThrow(
            () ->
                Refusal.of(
                    Problem.of(Problems.MALFORMED).detail("If-Match takes one ETag of ours")));
  }
}
