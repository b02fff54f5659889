package org.handrail.client.companion;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a client and a companion agreed on. It holds when both have signed, until either ends it.
 *
 * @param goalMode the client's choice, made with their signature
 * @param privatePay whether somebody pays for it privately
 * @param credential what the companion shows of training or background, if they want to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Agreement(
    UUID id,
    UUID clientId,
    String companion,
    String terms,
    boolean privatePay,
    @Nullable String credential,
    @Nullable GoalMode goalMode,
    @Nullable ActView clientSigned,
    @Nullable Instant companionSignedAt,
    @Nullable Instant endedAt,
    @JsonIgnore Instant draftedAt,
    long version) {

  /** Always beside what Medicaid pays for: the procedure is named so that nobody bills it. */
  record Billing(String procedure, boolean billable, String reason) {}

  public Billing getBilling() {
    return new Billing("H0038", false, "sober-companion");
  }

  /**
   * That the client signed what there was, and has not chosen anew since.
   *
   * @throws Refusal {@code invalid} with {@code before-offer} or {@code before-choice}
   */
  RecordedAct requireAnswers(RecordedAct act) {
    act.notSignedBefore(draftedAt, "before-offer", "There was nothing to sign yet then.");
    return clientSigned == null
        ? act
        : act.notBefore(clientSigned.at(), "before-choice", "They chose anew since then.");
  }

  boolean holds() {
    return clientSigned != null && companionSignedAt != null && endedAt == null;
  }
}
