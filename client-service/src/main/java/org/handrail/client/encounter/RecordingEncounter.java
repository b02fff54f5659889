package org.handrail.client.encounter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.withdrawal.Withdrawing;
import org.handrail.client.worktime.WorkTimes;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what the two did together, and puts right what was written down wrongly. */
@Component
public class RecordingEncounter {
  static final ProblemType NOT_YOUR_ENCOUNTER =
      ProblemType.of(
          "encounter-of-another", 409, "Whoever was there corrects what they wrote down");
  static final ProblemType MADE_BY_A_GROUP =
      ProblemType.of("encounter-of-a-group", 422, "Part of a group is who signed in there");
  static final ProblemType ALREADY_SIGNED_OFF =
      ProblemType.of("already-signed-off", 409, "This version is signed off");
  static final ProblemType NOT_OVER =
      ProblemType.of("encounter-not-over", 409, "It is still going on");
  static final ProblemType OWN_ENCOUNTER =
      ProblemType.of("own-encounter", 409, "Nobody signs off what they did or wrote down");

  private final Encounters encounters;
  private final ReachingClient reaching;
  private final CheckingAccount checking;
  private final WorkTimes times;
  private final Clock clock;

  RecordingEncounter(
      Encounters encounters,
      ReachingClient reaching,
      CheckingAccount checking,
      WorkTimes times,
      Clock clock) {
    this.encounters = encounters;
    this.reaching = reaching;
    this.checking = checking;
    this.times = times;
    this.clock = clock;
  }

  /** An encounter of a client whom the caller may reach. */
  record Found(Reached reached, Encounter encounter) {}

  Found reach(Person person, UUID id) {
    var client = encounters.whose(person.agency(), id).client();
    var reached = reaching.reachToFinish(person, client.value());
    return new Found(
        reached,
        encounters
            .find(person.agency(), id)
            .filter(encounter -> encounter.isOpenTo(person))
            .orElseThrow(NotFound::new));
  }

  UUID record(Reached with, Account account) {
    if (account.kind() == Kind.GROUP) {
      throw Refusal.of(MADE_BY_A_GROUP);
    }
    var now = now();
    checking.require("/encounter", account, born(with), now);
    var encounter =
        Encounter.recorded(
            with.id(), with.by().subject(), null, account, checking.activitiesVersion(), now);
    take(with.by(), encounter);
    encounters.add(with.agency(), encounter);
    return encounter.id();
  }

  /**
   * For somebody who was in a group and wants it on their record, whoever writes it down: the group
   * has taken its facilitator's time.
   */
  public UUID recordGroup(Reached with, SubjectId facilitator, UUID session, Account account) {
    var now = now();
    // Some write it down while it is under way.
    var over = now.isAfter(account.endedAt()) ? now : account.endedAt();
    checking.require("", account, born(with), over);
    var encounter =
        Encounter.recorded(
            with.id(), facilitator, session, account, checking.activitiesVersion(), now);
    encounters.add(with.agency(), encounter);
    return encounter.id();
  }

  UUID correct(Found found, long seen, String why, Account account) {
    var encounter = found.encounter();
    requireAsSeen(encounter, seen);
    if (!encounter.specialist().equals(found.reached().by().subject())) {
      throw Refusal.of(NOT_YOUR_ENCOUNTER);
    }
    if ((account.kind() == Kind.GROUP) != (encounter.groupSession() != null)) {
      throw Refusal.of(MADE_BY_A_GROUP);
    }
    var now = now();
    checkAgain(found, account, now);
    var corrected = encounter.corrected(account, checking.activitiesVersion(), why, now);
    if (encounter.groupSession() == null) {
      take(found.reached().by(), corrected);
    }
    encounters.correct(found.reached().agency(), corrected);
    return corrected.id();
  }

  UUID signOff(Found found, long seen) {
    requireAsSeen(found.encounter(), seen);
    var by = found.reached().by();
    if (found.encounter().authors().contains(by.subject())) {
      throw Refusal.of(OWN_ENCOUNTER);
    }
    if (found.encounter().signedOffBy() != null) {
      throw Refusal.of(ALREADY_SIGNED_OFF);
    }
    var now = now();
    if (!found.encounter().isOver(now)) {
      throw Refusal.of(NOT_OVER);
    }
    encounters.signOff(by.agency(), found.encounter(), by.subject(), now);
    return found.encounter().id();
  }

  private static void requireAsSeen(Encounter encounter, long seen) {
    Versions.require(seen, encounter.version());
    if (encounter.withdrawal() != null) {
      throw Refusal.of(Withdrawing.WITHDRAWN);
    }
  }

  private void checkAgain(Found found, Account account, Instant now) {
    var session = found.encounter().groupSession();
    var born = born(found.reached());
    if (session == null) {
      checking.require("/encounter", account, born, now);
    } else {
      checking.requireWithin(
          encounters.ofSession(found.reached().agency(), session),
          "/encounter",
          account,
          born,
          now);
    }
  }

  private void take(Person specialist, Encounter encounter) {
    var account = encounter.account();
    times.take(
        specialist.agency(),
        specialist.subject(),
        encounter.id(),
        account.startedAt(),
        account.endedAt());
  }

  private static @Nullable LocalDate born(Reached reached) {
    return reached.client().account().dateOfBirth();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
