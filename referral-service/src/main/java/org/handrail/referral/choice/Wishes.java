package org.handrail.referral.choice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the client wants to be looked for. Compared with what the directory says and not kept.
 *
 * @param age in years
 * @param language code, such as {@code es}
 */
record Wishes(
    @Min(0) @Max(130) @Nullable Integer age,
    @Pattern(regexp = "[a-z]{2,3}") @Nullable String language) {
  static final Wishes NONE = new Wishes(null, null);
}
