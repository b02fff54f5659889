package org.handrail.referral.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what came of asking how it goes; of the person's words only what they want kept. */
@Component
class FollowingUp {
  // Who meets the person a little earlier asks them then.
  private static final Duration GRACE = Duration.ofDays(3);
  private static final String SAID = "/said";

  private final FollowUpTasks tasks;
  private final HandoffClock waiting;
  private final Clock clock;

  FollowingUp(FollowUpTasks tasks, HandoffClock waiting, Clock clock) {
    this.tasks = tasks;
    this.waiting = waiting;
    this.clock = clock;
  }

  UUID done(
      Person by,
      Recorder recorder,
      Handoff handoff,
      int day,
      FollowUpTask.Outcome outcome,
      @Nullable ActForm said) {
    FollowUpTask task =
        tasks.of(handoff.id()).stream()
            .filter(each -> each.day() == day)
            .findFirst()
            .orElseThrow(NotFound::new);
    if (outcome == FollowUpTask.Outcome.NOT_REACHED && said != null) {
      throw HandoffProblems.deficient(SAID, "nobody-spoke", "Who was not reached said nothing.");
    }
    if (task.outcome() != null || handoff.state() == Handoff.State.CLOSED) {
      throw Refusal.of(HandoffProblems.NOT_FROM_HERE);
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant from = task.dueAt().minus(GRACE);
    if (now.isBefore(from)) {
      throw HandoffProblems.deficient("/day", "not-due", "It is too early to ask that.");
    }
    var act =
        said == null
            ? null
            : said.recordedBy(SAID, recorder, now)
                .notBefore(SAID, from, "not-due", "Nobody had asked them that then.");
    tasks.done(
        handoff.id(),
        new FollowUpTask(day, task.dueAt(), outcome, act, by.subject(), now),
        by.subject(),
        now);
    waiting.nextFollowUp(by.agency(), handoff.id());
    return handoff.id();
  }
}
