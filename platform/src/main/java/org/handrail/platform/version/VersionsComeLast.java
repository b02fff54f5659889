package org.handrail.platform.version;

import java.util.Arrays;
import org.handrail.platform.http.HandlerRule;
import org.handrail.platform.submission.Submission;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** A missing If-Match is told after what is wrong with the request itself. */
final class VersionsComeLast implements HandlerRule {

  @Override
  public void check(RequestMappingInfo mapping, HandlerMethod handler) {
    var parameters = handler.getMethodParameters();
    var version = position(parameters, false);
    if (version >= 0 && version < position(parameters, true)) {
      throw new IllegalStateException(
          handler + " reads If-Match too early: put it after the body and the submission");
    }
  }

  private static int position(MethodParameter[] parameters, boolean ofSyntax) {
    return Arrays.stream(parameters)
        .filter(
            parameter ->
                ofSyntax
                    ? parameter.hasParameterAnnotation(RequestBody.class)
                        || parameter.getParameterType() == Submission.class
                    : parameter.hasParameterAnnotation(IfMatch.class))
        .mapToInt(MethodParameter::getParameterIndex)
        .max()
        .orElse(-1);
  }
}
