package org.handrail.client.encounter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.client.language.Advice;
import org.handrail.client.withdrawal.Withdrawal;
import org.jspecify.annotations.Nullable;

/**
 * An encounter as the client and those at their side see it: all of it, the same for both.
 *
 * @param withdrawal that it was entered by mistake; then only whoever wrote it down, supervisors
 *     and the privacy officer see it
 * @param advice on words, only in the answer to whoever wrote them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EncounterView(
    UUID id,
    UUID clientId,
    Account encounter,
    String specialist,
    @Nullable UUID groupSessionId,
    String activitiesVersion,
    @Nullable String correction,
    Instant recordedAt,
    @Nullable String signedOffBy,
    @Nullable Withdrawal withdrawal,
    long version,
    @Nullable List<Advice> advice) {

  static EncounterView of(Encounter encounter, @Nullable List<Advice> advice) {
    var signedOffBy = encounter.signedOffBy();
    return new EncounterView(
        encounter.id(),
        encounter.client().value(),
        encounter.account(),
        encounter.specialist().value(),
        encounter.groupSession(),
        encounter.activitiesVersion(),
        encounter.correction(),
        encounter.recordedAt(),
        signedOffBy == null ? null : signedOffBy.value(),
        encounter.withdrawal(),
        encounter.version(),
        advice);
  }
}
