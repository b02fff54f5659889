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
 * @param mailings each notice that was recorded, in the order in which they went out
 * @param clientIds who is named as affected
 * @param untoldClientIds who of them no notice went to
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
    List<NoticeView> mailings,
    List<UUID> clientIds,
    List<UUID> untoldClientIds,
    Envelope envelope,
    long version) {

  record AssessmentView(Breach.Factors factors, boolean lowProbability, Instant at, String by) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DutyView(
      Breach.Whom whom,
      @Nullable Instant dueAt,
      Breach.@Nullable How how,
      @Nullable Instant sentAt,
      boolean waits) {
    static DutyView of(Breach.Duty duty) {
      var sent = duty.sent();
      return new DutyView(
          duty.whom(),
          duty.dueAt(),
          sent == null ? null : sent.how(),
          sent == null ? null : sent.at(),
          duty.waits());
    }
  }

  /**
   * @param enteredInErrorAt since when it is known that it did not go out
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NoticeView(
      UUID id,
      Breach.Whom whom,
      Breach.How how,
      Instant sentAt,
      String sentBy,
      @Nullable Instant enteredInErrorAt) {
    static NoticeView of(Breach.Notice notice) {
      var sent = notice.sent();
      return new NoticeView(
          notice.id(),
          notice.whom(),
          sent.how(),
          sent.at(),
          sent.by().value(),
          notice.enteredInErrorAt());
    }
  }

  static BreachView of(Breach breach, List<Breaches.Affected> people, Envelope envelope) {
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
        breach.notices().stream().map(NoticeView::of).toList(),
        people.stream().map(Breaches.Affected::clientId).toList(),
        people.stream().filter(it -> !it.told()).map(Breaches.Affected::clientId).toList(),
        envelope,
        breach.version());
  }
}
