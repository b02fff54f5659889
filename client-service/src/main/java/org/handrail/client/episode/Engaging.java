package org.handrail.client.episode;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.client.withdrawal.Withdrawal;
import org.handrail.client.withdrawal.Withdrawal.Kind;
import org.handrail.client.withdrawal.Withdrawing;
import org.handrail.client.withdrawal.Withdrawing.Written;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps trying to reach somebody, in the client's measure: by the ways that they allow, in a
 * cadence, and not while they said "not now" (R23), on whichever of their records.
 */
@Component
class Engaging {
  static final ProblemType NOT_NOW =
      ProblemType.of("not-now", 409, "The client said \"not now\"; let them be");
  static final ProblemType WAY_NOT_ALLOWED =
      ProblemType.of("way-not-allowed", 409, "The client does not let themselves be reached so");

  private final Engagements engagements;
  private final Deadlines deadlines;
  private final Cadence cadence;
  private final RosterSettings settings;
  private final Withdrawing withdrawing;
  private final Clock clock;

  Engaging(
      Engagements engagements,
      Deadlines deadlines,
      Cadence cadence,
      RosterSettings settings,
      Withdrawing withdrawing,
      Clock clock) {
    this.engagements = engagements;
    this.deadlines = deadlines;
    this.cadence = cadence;
    this.settings = settings;
    this.withdrawing = withdrawing;
    this.clock = clock;
  }

  UUID notNow(Reached client, @Nullable LocalDate laterOkOn, @Nullable ActForm form) {
    var now = now();
    var act = client.act(form, now);
    var later = laterOkOn == null ? null : settings.beginOf(client.agency(), laterOkOn);
    if (later != null) {
      ActTimes.requirePlanned("/laterOkOn", later, now);
    }
    engagements.endNotNow(client.agency(), client.id(), act.at(), now);
    var id = UUID.randomUUID();
    engagements.addNotNow(client.agency(), client.id(), id, laterOkOn, act);
    deadlines.drop(client.agency(), Reminding.ATTEMPT, client.id().value());
    remindOfWhatStands(client, now);
    return id;
  }

  // What was said last stands, whatever else is written down after it; it is reminded of as of the
  // record on which it was said, once: if its day has come, it was or will be.
  private void remindOfWhatStands(Reached client, Instant now) {
    var agency = client.agency();
    var said = engagements.notNow(agency, client.id()).orElse(null);
    var later = said == null ? null : said.laterOkFrom();
    if (said == null || later == null || !said.saidOn().equals(client.id())) {
      deadlines.drop(agency, Reminding.RE_OFFER, client.id().value());
    }
    if (said != null && later != null && later.isAfter(now)) {
      deadlines.set(agency, Reminding.RE_OFFER, said.saidOn().value(), later);
    }
  }

  // While it seemed that they had come, nobody was reminded of the day.
  private void remindOfWhatPassed(Reached client, Attempt withdrawn, Instant now) {
    var agency = client.agency();
    var said = engagements.notNow(agency, client.id()).orElse(null);
    var later = said == null ? null : said.laterOkFrom();
    if (said != null
        && later != null
        && withdrawn.initiative() == Attempt.Initiative.CLIENT
        && withdrawn.at().isAfter(said.act().at())
        && !later.isAfter(now)
        && engagements.seemedToHaveCome(agency, said, later)) {
      deadlines.set(agency, Reminding.RE_OFFER, said.saidOn().value(), now);
    }
  }

  UUID attempt(Reached client, Attempt attempt) {
    var now = now();
    ActTimes.requirePast("/at", attempt.at(), now);
    if (attempt.initiative() == Attempt.Initiative.SPECIALIST) {
      respect(client, attempt);
    }
    engagements.addAttempt(client.agency(), client.id(), attempt, now);
    remindAgain(client, attempt, now);
    return attempt.id();
  }

  /** An attempt on a record of a client whom the caller may reach. */
  record Found(Reached client, Attempt attempt) {}

  Found find(Reached client, UUID id) {
    return new Found(
        client, engagements.attempt(client.agency(), client.id(), id).orElseThrow(NotFound::new));
  }

  /** It was entered by mistake: whatever it stood in the way of holds as if it had not been. */
  UUID withdraw(Found found, Withdrawal.Reason reason) {
    var attempt = found.attempt();
    withdrawing.withdraw(
        found.client(),
        new Written(Kind.ATTEMPT, attempt.id(), Set.of(new SubjectId(attempt.by())), true),
        reason);
    var now = now();
    remindAgain(found.client(), attempt, now);
    remindOfWhatPassed(found.client(), attempt, now);
    return attempt.id();
  }

  private void remindAgain(Reached client, Attempt attempt, Instant now) {
    if (attempt.initiative() == Attempt.Initiative.CLIENT) {
      remindOfWhatStands(client, now);
    }
    tryAgain(client, now);
  }

  private void respect(Reached client, Attempt attempt) {
    var resting =
        engagements.notNow(client.agency(), client.id()).filter(said -> said.holdsAt(attempt.at()));
    if (resting.isPresent()) {
      throw Refusal.of(NOT_NOW);
    }
    if (!attempt.way().allowedBy(client.client().account().contact())) {
      throw Refusal.of(WAY_NOT_ALLOWED);
    }
  }

  private void tryAgain(Reached client, Instant now) {
    var about = client.id().value();
    cadence
        .after(engagements.inVain(client.agency(), client.id()))
        .ifPresentOrElse(
            pause -> deadlines.set(client.agency(), Reminding.ATTEMPT, about, now.plus(pause)),
            () -> deadlines.drop(client.agency(), Reminding.ATTEMPT, about));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
