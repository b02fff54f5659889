package org.handrail.platform.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.handrail.platform.caller.CurrentCaller;
import org.handrail.platform.http.RequestBody;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.submission.Submission.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Makes the {@link Submission} of a request. */
final class SubmissionParameters implements HandlerMethodArgumentResolver {

  private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,128}");

  private final Submissions submissions;

  SubmissionParameters(Submissions submissions) {
    this.submissions = submissions;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Submission.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders)
      throws IOException {
    var servlet = request.getNativeRequest(HttpServletRequest.class);
    if (servlet == null) {
      throw new IllegalStateException("not a servlet request");
    }
    return new Submission(
        submissions,
        new Sent(
            CurrentCaller.person(),
            servlet.getMethod() + " " + route(servlet),
            key(Collections.list(servlet.getHeaders("Idempotency-Key"))),
            RequestBody.fingerprint(servlet)));
  }

  // The pattern, not the address: a key that is used again for another resource is an error.
  private static String route(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
  }

  private static String key(List<String> headers) {
    if (headers.size() > 1) {
      throw Refusal.of(Submissions.KEY_MALFORMED, "Send one Idempotency-Key, not several");
    }
    if (headers.isEmpty() || headers.getFirst().isBlank()) {
      throw Refusal.of(Submissions.KEY_MISSING);
    }
    if (!KEY.matcher(headers.getFirst()).matches()) {
      throw Refusal.of(Submissions.KEY_MALFORMED);
    }
    return headers.getFirst();
  }
}
