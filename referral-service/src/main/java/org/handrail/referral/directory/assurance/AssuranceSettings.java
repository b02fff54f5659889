package org.handrail.referral.directory.assurance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * For how many days a confirmation is good ({@code DIR-1}).
 *
 * @param otherwise of services with none of the terms
 * @param byTerm of services with that term, by its code in lower case; the shortest of several
 */
@Validated
@ConfigurationProperties("handrail.referral.assurance")
record AssuranceSettings(
    @NotNull @Valid Span otherwise, @NotNull Map<@NotNull String, @NotNull @Valid Span> byTerm) {

  /**
   * A span in days.
   *
   * @param stale what is older says that nobody confirmed it; at 0 it is believed on its own day
   * @param hidden what is older is no longer offered; not before {@code stale}
   */
  record Span(@Min(0) int stale, @Min(1) int hidden) {
    @AssertTrue
    boolean isInOrder() {
      return stale <= hidden;
    }
  }
}
