package org.handrail.referral.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what came of asking how it goes; of the person's words only what they want kept. */
@Component
public class FollowingUp {
  // Who meets the person a little earlier asks them then.
  private static final Duration GRACE = Duration.ofDays(3);
  private static final String SAID = "/said";

  private final FollowUps tasks;
  private final Clock clock;

  FollowingUp(FollowUps tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  /** As what it is refused: because of what is said, or since it was done already. */
  public record Refusals(ProblemType deficient, ProblemType done) {
    private Refusal because(String pointer, String code, String detail) {
      return Refusal.of(Problem.of(deficient).error(pointer, code, detail));
    }
  }

  /** Of a referral, on that day after the person came, or else after the delivery. */
  public void done(
      Person by,
      Recorder recorder,
      UUID referralId,
      int day,
      FollowUpDone done,
      Refusals refusals) {
    FollowUpTask task =
        tasks.of(referralId).reversed().stream()
            .filter(each -> each.day() == day)
            .findFirst()
            .orElseThrow(NotFound::new);
    check(task, done, refusals);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant from = task.dueAt().minus(GRACE);
    if (now.isBefore(from)) {
      throw refusals.because("/day", "not-due", "It is too early to ask that.");
    }
    RecordedAct act = act(done.said(), recorder, from, now);
    tasks.done(
        referralId,
        new FollowUpTask(task.since(), day, task.dueAt(), done.outcome(), act, by.subject(), now),
        by.subject(),
        now);
  }

  private static void check(FollowUpTask task, FollowUpDone done, Refusals refusals) {
    if (done.outcome() == FollowUpTask.Outcome.NOT_REACHED && done.said() != null) {
      throw refusals.because(SAID, "nobody-spoke", "Who was not reached said nothing.");
    }
    if (done.outcome() == FollowUpTask.Outcome.NOT_THERE
        && task.since() == FollowUpTask.Since.ARRIVAL) {
      throw refusals.because("/outcome", "was-there", "The place said that the person came.");
    }
    if (task.outcome() != null) {
      throw Refusal.of(refusals.done());
    }
  }

  private static @Nullable RecordedAct act(
      @Nullable ActForm said, Recorder recorder, Instant from, Instant now) {
    return said == null
        ? null
        : said.recordedBy(SAID, recorder, now)
            .notBefore(SAID, from, "not-due", "Nobody had asked them that then.");
  }
}
