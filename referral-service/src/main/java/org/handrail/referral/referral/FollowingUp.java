package org.handrail.referral.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.referral.lifecycle.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what came of asking how it goes; of the person's words only what they want kept. */
@Component
public class FollowingUp {
  // Who meets the person a little earlier asks them then.
  private static final Duration GRACE = Duration.ofDays(3);
  private static final String SAID = "/said";

  private final Referrals referrals;
  private final FollowUps tasks;
  private final Clock clock;

  FollowingUp(Referrals referrals, FollowUps tasks, Clock clock) {
    this.referrals = referrals;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Where it is answered.
   *
   * @param asked which of the tasks are asked there
   * @param deficient as what an answer is refused because of what it says
   * @param done as what it is refused since that was answered already
   */
  public record Where(Set<FollowUpTask.Since> asked, ProblemType deficient, ProblemType done) {
    private Refusal because(String pointer, String code, String detail) {
      return Refusal.of(Problem.of(deficient).error(pointer, code, detail));
    }
  }

  /**
   * Of a locked referral: what was asked last on such a day, and is not answered, when the client
   * spoke of it.
   */
  public void done(
      Person by, Recorder recorder, UUID referralId, int day, FollowUpDone done, Where where) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ActForm said = done.said();
    FollowUpTask task = task(referralId, day, said == null ? now : said.at(), where);
    check(referralId, task, done, where);
    Instant from = from(task);
    if (now.isBefore(from)) {
      throw where.because("/day", "not-due", "It is too early to ask that.");
    }
    RecordedAct act = act(said, recorder, from, now);
    boolean kept =
        tasks.done(
            referralId,
            new FollowUpTask(
                task.since(), day, task.dueAt(), done.outcome(), act, by.subject(), now),
            by.subject(),
            now);
    if (!kept) {
      throw Refusal.of(where.done());
    }
  }

  // Who was asked before it was known that they came may be written down after that.
  private FollowUpTask task(UUID referralId, int day, Instant at, Where where) {
    List<FollowUpTask> those =
        tasks.of(referralId).reversed().stream()
            .filter(each -> each.day() == day && where.asked().contains(each.since()))
            .toList();
    return those.stream()
        .filter(each -> each.outcome() == null && !from(each).isAfter(at))
        .findFirst()
        .or(() -> those.stream().findFirst())
        .orElseThrow(NotFound::new);
  }

  private static Instant from(FollowUpTask task) {
    return task.dueAt().minus(GRACE);
  }

  private void check(UUID referralId, FollowUpTask task, FollowUpDone done, Where where) {
    if (done.outcome() == FollowUpTask.Outcome.NOT_REACHED && done.said() != null) {
      throw where.because(SAID, "nobody-spoke", "Who was not reached said nothing.");
    }
    if (done.outcome() == FollowUpTask.Outcome.NOT_THERE
        && task.since() == FollowUpTask.Since.ARRIVAL
        && isKnownToHaveCome(referralId)) {
      throw where.because("/outcome", "was-there", "The place said that the person came.");
    }
    if (task.outcome() != null) {
      throw Refusal.of(where.done());
    }
  }

  private boolean isKnownToHaveCome(UUID referralId) {
    return referrals
        .find(referralId)
        .flatMap(referral -> referral.seenBy(Party.REQUESTER).arrivedAt())
        .isPresent();
  }

  private static @Nullable RecordedAct act(
      @Nullable ActForm said, Recorder recorder, Instant from, Instant now) {
    return said == null
        ? null
        : said.recordedBy(SAID, recorder, now)
            .notBefore(SAID, from, "not-due", "Nobody had asked them that then.");
  }
}
