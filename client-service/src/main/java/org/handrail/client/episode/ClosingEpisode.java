package org.handrail.client.episode;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.EndingAgreement;
import org.handrail.client.client.Merges;
import org.handrail.client.episode.WalkingTogether.InEpisode;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Closes an episode when the client decides so, and ends the agreement with it. */
@Component
class ClosingEpisode {
  static final ProblemType SUPERVISOR_CLOSES =
      ProblemType.of("supervisor-closes", 409, "That somebody died, a supervisor writes down");

  private final WalkingTogether walking;
  private final EndingAgreement ending;
  private final Merges merges;
  private final Deadlines deadlines;
  private final Clock clock;

  ClosingEpisode(
      WalkingTogether walking,
      EndingAgreement ending,
      Merges merges,
      Deadlines deadlines,
      Clock clock) {
    this.walking = walking;
    this.ending = ending;
    this.merges = merges;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  UUID close(
      InEpisode in, Episode.@Nullable ClosingReason reason, @Nullable ActForm form, long seen) {
    Versions.require(seen, in.episode().version());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var died = reason == Episode.ClosingReason.DIED;
    if (died && (form != null || in.client().isTheClient())) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/act", "contradictory", "It is not the client who says this."));
    }
    // A death wrongly written down would end somebody's record before their eyes.
    if (died && !in.client().by().is(Role.SUPERVISOR)) {
      throw Refusal.of(
          Problem.of(SUPERVISOR_CLOSES).detail("Tell your supervisor, who closes it."));
    }
    var act =
        died
            ? null
            : in.client()
                .act(form, now)
                .notBefore(
                    in.episode().openedAt(), "before-episode", "There was no episode yet then.");
    walking.taken(in.client(), in.episode().closed(reason, now), now, act);
    ending.leave(in.client(), act, now);
    // Nobody tries to reach who left, least of all who died, by whichever record of theirs.
    for (var record : merges.recordsOfPerson(in.client().agency(), in.client().id())) {
      for (var kind : List.of(Reminding.RE_OFFER, Reminding.ATTEMPT)) {
        deadlines.drop(in.client().agency(), kind, record.value());
      }
    }
    return in.episode().id();
  }
}
