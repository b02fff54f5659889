package org.handrail.referral.gap;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.Addresses;
import org.handrail.referral.directory.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * How an organization is reached: at least one way.
 *
 * @param phone that can be dialled, as the directory's own
 * @param url of a page at a host with a public name, as the directory's own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Contact(
    @Size(max = 60) @Nullable String phone,
    @Email @Size(max = 254) @Nullable String email,
    @Size(max = 500) @Nullable String url) {

  /** This one, or a refusal when it names no way at all or one by which nobody is reached. */
  Contact reachable() {
    Problem problem = Problem.of(Problems.INVALID);
    if (isNone(phone) && isNone(email) && isNone(url)) {
      throw Refusal.of(problem.error("/contact", "missing", "one way to reach them is needed"));
    }
    if (phone != null && PhoneNumber.of(phone).isEmpty()) {
      problem =
          problem.error(
              "/contact/phone", "wrong-format", "A number that can be dialled: (419) 555-0188");
    }
    if (email != null && !Addresses.isMail(email)) {
      problem =
          problem.error(
              "/contact/email", "wrong-format", "An e-mail address, such as ana@example.org");
    }
    if (url != null && !Addresses.isWeb(url)) {
      problem =
          problem.error("/contact/url", "wrong-format", "A web address: https://example.org/help");
    }
    if (!problem.errors().isEmpty()) {
      throw Refusal.of(problem);
    }
    return this;
  }

  private static boolean isNone(@Nullable String way) {
    return way == null || way.isBlank();
  }
}
