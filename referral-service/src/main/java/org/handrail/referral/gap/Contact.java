package org.handrail.referral.gap;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** How an organization is reached: at least one way. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Contact(
    @Pattern(regexp = "[+0-9() .-]{5,30}") @Nullable String phone,
    @Email @Size(max = 254) @Nullable String email,
    @Pattern(regexp = "https?://[\\x21-\\x7e]{3,500}") @Nullable String url) {

  /** This one, or a refusal when it names no way at all. */
  Contact reachable() {
    if (phone == null && email == null && url == null) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/contact", "missing", "one way to reach them is needed"));
    }
    return this;
  }
}
