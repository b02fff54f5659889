package org.handrail.client.breach;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A breach as the agency's privacy officers see it.
 *
 * @param affected how many people's records; absent while nobody knows
 * @param notices those that must go out, and all that went out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BreachView(
    UUID id,
    Breach.Status status,
    Instant discoveredAt,
    Instant recordedAt,
    String recordedBy,
    String what,
    @Nullable Integer affected,
    @Nullable Integer mostInOneState,
    @Nullable AssessmentView assessment,
    List<DutyView> notices,
    List<UUID> clientIds,
    Envelope envelope,
    long version) {

  record AssessmentView(Breach.Factors factors, boolean lowProbability, Instant at, String by) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DutyView(
      Breach.Whom whom,
      @Nullable Instant dueAt,
      Breach.@Nullable How how,
      @Nullable Instant sentAt) {
    static DutyView of(Breach.Duty duty) {
      var sent = duty.sent();
      return new DutyView(
          duty.whom(),
          duty.dueAt(),
          sent == null ? null : sent.how(),
          sent == null ? null : sent.at());
    }
  }

  static BreachView of(Breach breach, List<UUID> people, Envelope envelope) {
    var assessment = breach.assessment();
    return new BreachView(
        breach.id(),
        breach.status(),
        breach.discovered(),
        breach.recordedAt(),
        breach.recordedBy().value(),
        breach.what(),
        breach.affected(),
        breach.mostInOneState(),
        assessment == null
            ? null
            : new AssessmentView(
                assessment.factors(),
                assessment.lowProbability(),
                assessment.at(),
                assessment.by().value()),
        breach.duties().stream().map(DutyView::of).toList(),
        people,
        envelope,
        breach.version());
  }
}
