package org.handrail.plan.milestone.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.handrail.plan.milestone.Awaited;
import org.handrail.plan.milestone.Milestone;
import org.handrail.plan.milestone.MilestoneStatus;
import org.handrail.platform.act.ActView;
import org.jspecify.annotations.Nullable;

/** A milestone in the client's words. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MilestoneView(
    UUID id,
    UUID planId,
    UUID goalId,
    UUID clientId,
    String words,
    @Nullable On on,
    MilestoneStatus status,
    @Nullable Proposal proposal,
    @Nullable ActView marking,
    String writtenBy,
    Instant writtenAt,
    long version) {

  /** What proposes it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record On(String referralBusinessStatus, @Nullable UUID referralId) {

    static @Nullable On of(@Nullable Awaited awaited) {
      return awaited == null ? null : new On(Awaited.ATTENDED, awaited.referralId());
    }
  }

  /** Which referral proposed it, and when. */
  record Proposal(UUID referralId, Instant at) {}

  static MilestoneView of(Milestone milestone) {
    var meaning = milestone.meaning();
    return new MilestoneView(
        milestone.id().value(),
        meaning.planId().value(),
        meaning.goalId().value(),
        meaning.clientId(),
        meaning.words(),
        On.of(meaning.awaited()),
        milestone.status(),
        milestone.standing() instanceof Milestone.Proposed proposed
            ? new Proposal(proposed.referralId(), proposed.at())
            : null,
        milestone.standing() instanceof Milestone.Marked marked ? ActView.of(marked.act()) : null,
        meaning.writtenBy().value(),
        meaning.writtenAt(),
        milestone.version());
  }
}
