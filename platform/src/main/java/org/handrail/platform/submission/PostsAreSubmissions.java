package org.handrail.platform.submission;

import java.util.Arrays;
import org.handrail.platform.http.HandlerRule;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** No unsafe POST without an Idempotency-Key. */
final class PostsAreSubmissions implements HandlerRule {

  @Override
  public void check(RequestMappingInfo mapping, HandlerMethod handler) {
    if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)
        && !handler.hasMethodAnnotation(RepeatsAreHarmless.class)
        && Arrays.stream(handler.getMethodParameters())
            .noneMatch(parameter -> parameter.getParameterType() == Submission.class)) {
      throw new IllegalStateException(
          handler + " is a POST without a Submission; take one, or say @RepeatsAreHarmless");
    }
  }
}
