package org.handrail.client.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.client.credential.Testimonies.Attestation;
import org.handrail.client.credential.Testimonies.Reciprocity;
import org.jspecify.annotations.Nullable;

/**
 * A certification as its specialist and those who keep the roster see it.
 *
 * @param validUntil its last day
 * @param fileBy until when the papers for the next cycle must be with the issuer
 * @param progress how far the specialist is towards the certificate, or towards its renewal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CredentialView(
    UUID id,
    UUID specialistId,
    String scheme,
    State state,
    @Nullable LocalDate validUntil,
    @Nullable Long daysLeft,
    @Nullable LocalDate fileBy,
    List<StepView> steps,
    List<Requirement> progress,
    List<Attestation> attestations,
    List<Reciprocity> reciprocities,
    long version) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StepView(
      StepKind kind,
      LocalDate on,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      String schemeVersion,
      @Nullable String number,
      @Nullable String issuer) {

    static StepView of(Step step) {
      var cycle = step.cycle();
      return new StepView(
          step.kind(),
          step.on(),
          cycle == null ? null : cycle.from(),
          cycle == null ? null : cycle.until(),
          step.schemeVersion(),
          step.number(),
          step.issuer());
    }
  }

  static CredentialView of(
      Credential credential,
      int fileDaysBefore,
      List<Requirement> progress,
      List<Attestation> attestations,
      List<Reciprocity> reciprocities,
      LocalDate today) {
    // What begins only tomorrow somewhere else is a trainee's today.
    var standing = credential.history().on(today).orElse(new Standing(State.TRAINEE, null, false));
    var until = standing.until();
    return new CredentialView(
        credential.id().value(),
        credential.specialist().value(),
        credential.scheme(),
        standing.state(),
        until,
        until == null ? null : ChronoUnit.DAYS.between(today, until),
        until == null || fileDaysBefore == 0 ? null : until.minusDays(fileDaysBefore),
        credential.history().steps().stream().map(StepView::of).toList(),
        progress,
        attestations,
        reciprocities,
        credential.version());
  }
}
