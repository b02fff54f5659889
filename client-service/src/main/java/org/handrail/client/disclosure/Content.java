package org.handrail.client.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.http.ManyLines;
import org.jspecify.annotations.Nullable;

/**
 * What the asking service itself brings along. Its fields are the allow-list of their categories:
 * there are no others.
 */
record Content(
    @Valid @Nullable Referral referral,
    @JsonProperty("referral-status") @Valid @Nullable ReferralStatus referralStatus) {

  static final Content NONE = new Content(null, null);
  private static final String CODE = "[a-z0-9][a-z0-9-]{0,63}";

  /** Category {@code referral}: what somebody is sent for. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Referral(
      @NotNull UUID serviceId,
      @NotNull @Size(max = 300) String service,
      @NotNull @Pattern(regexp = CODE) String need,
      @NotNull @Pattern(regexp = CODE) String urgency,
      @ManyLines @Size(max = 1000) @Nullable String reason,
      @Nullable Instant sentAt) {}

  /** Category {@code referral-status}: what became of a referral. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReferralStatus(
      @NotNull @Pattern(regexp = CODE) String status,
      @Pattern(regexp = CODE) @Nullable String businessStatus,
      @Pattern(regexp = CODE) @Nullable String reason,
      @Nullable Instant intakeAt,
      @NotNull Instant at) {}
}
