package org.handrail.referral.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.referral.referral.lifecycle.BusinessStatus;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Reason;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.Taken;
import org.handrail.referral.referral.lifecycle.TaskStatus;
import org.jspecify.annotations.Nullable;

/** Everything that one side may know of how a referral went, in its order. */
record HistoryView(List<Line> items) {

  /** What a line tells of. */
  enum Kind {
    STEP,
    CLOCK;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something that happened.
   *
   * @param who took a step, on one's own side only
   * @param rule the row of {@code docs/referral-states.md} that allowed a step: who, and which
   * @param refusal the door's code, on a refused sending
   * @param passage how far one's own step came on its way to the other side; the requester's only,
   *     since a receiver shall not learn what was withheld
   * @param clock which clock it was, and {@code rung} what it brought about
   * @param disclosureId under which the door has it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      Instant at,
      Kind kind,
      @Nullable Party by,
      @Nullable String who,
      @Nullable Step step,
      @Nullable String rule,
      @Nullable TaskStatus status,
      @Nullable BusinessStatus businessStatus,
      @Nullable Reason reason,
      @Nullable String refusal,
      @Nullable Instant intakeAt,
      @Nullable UUID proposedServiceId,
      @Nullable String passage,
      @Nullable String clock,
      @Nullable String rung,
      @Nullable UUID disclosureId) {}

  static HistoryView of(Referral referral, Party viewer, List<Rungs.Met> met) {
    Stream<Line> steps =
        referral.entries().stream()
            .filter(entry -> entry.taken().visibleTo(viewer))
            .map(entry -> line(entry, viewer));
    // The sort is stable: what happened at one instant stays in its order.
    return new HistoryView(
        Stream.concat(steps, met.stream().map(HistoryView::line))
            .sorted(Comparator.comparing(Line::at))
            .toList());
  }

  private static Line line(Referral.Entry entry, Party viewer) {
    Taken taken = entry.taken();
    boolean own = taken.owner() == viewer;
    boolean kept = own && viewer == Party.RECEIVER;
    return new Line(
        taken.at(),
        Kind.STEP,
        taken.by(),
        own && taken.by() != Party.SYSTEM ? entry.subject().value() : null,
        taken.step(),
        taken.by().code() + " " + taken.step().code(),
        taken.standing().status(),
        taken.standing().businessStatus(),
        taken.reason(),
        taken.refusal(),
        taken.intakeAt(),
        taken.proposedServiceId(),
        own && !kept ? passage(entry.crossing()) : null,
        null,
        null,
        kept ? null : entry.disclosureId());
  }

  private static Line line(Rungs.Met met) {
    return new Line(
        met.at(),
        Kind.CLOCK,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        met.term(),
        met.rung(),
        null);
  }

  /** Whether the other side has read its news yet is not for this one to know. */
  private static @Nullable String passage(Crossing crossing) {
    return switch (crossing) {
      case NONE -> null;
      case ARRIVED, RELEASED -> "released";
      case AWAITING -> "waiting";
      case WITHHELD -> "withheld";
      case VOID -> "stopped";
    };
  }
}
