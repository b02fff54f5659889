package org.handrail.client.breach;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.client.NamingClient;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From the discovery of an incident to the last of its notices. */
@Component
class HandlingBreach {
  static final ProblemType NOT_DUE =
      ProblemType.of("breach-notice-not-due", 409, "This breach takes no such notice");
  static final ProblemType SENT = ProblemType.of("breach-notice-sent", 409, "This notice went out");
  static final ProblemType TELLING =
      ProblemType.of("breach-notice-how", 422, "This notice goes out in another way");

  private final Breaches breaches;
  private final NamingClient naming;
  private final RosterSettings settings;
  private final BreachClocks clocks;
  private final Clock clock;

  HandlingBreach(
      Breaches breaches,
      NamingClient naming,
      RosterSettings settings,
      BreachClocks clocks,
      Clock clock) {
    this.breaches = breaches;
    this.naming = naming;
    this.settings = settings;
    this.clocks = clocks;
    this.clock = clock;
  }

  UUID discovered(
      Person person,
      Instant at,
      String what,
      @Nullable Integer affected,
      @Nullable Integer mostInOneState) {
    var now = now();
    ActTimes.requirePast("/discoveredAt", at, now);
    var breach =
        new Breach(
            UUID.randomUUID(),
            at,
            settings.of(person.agency()).zone(),
            now,
            person.subject(),
            what,
            affected,
            mostInOneState,
            0,
            null,
            Map.of(),
            1);
    requirePart(breach);
    breaches.add(person.agency(), breach);
    clocks.found(person.agency(), breach);
    return breach.id();
  }

  /** A breach of the agency, locked. */
  Breach reach(Person person, UUID id) {
    return breaches.findForUpdate(person.agency(), id).orElseThrow(NotFound::new);
  }

  UUID assess(
      Person person,
      Breach breach,
      long seen,
      Breach.Factors factors,
      boolean lowProbability,
      @Nullable Integer affected,
      @Nullable Integer mostInOneState) {
    Versions.require(seen, breach.version());
    var assessed =
        breach.assessed(
            new Breach.Assessment(factors, lowProbability, now(), person.subject()),
            affected,
            mostInOneState);
    requirePart(assessed);
    breaches.save(person.agency(), assessed);
    clocks.turnedOut(person.agency(), assessed);
    return breach.id();
  }

  UUID concerns(Person person, Breach breach, long seen, List<UUID> people) {
    Versions.require(seen, breach.version());
    for (int i = 0; i < people.size(); i++) {
      var client = naming.require(person.agency(), people.get(i), "/clientIds/" + i);
      breaches.addPerson(person.agency(), breach.id(), client.id());
    }
    breaches.save(person.agency(), breach.touched());
    clocks.turnedOut(person.agency(), reach(person, breach.id()));
    return breach.id();
  }

  UUID told(Person person, Breach breach, long seen, Breach.Whom whom, Breach.Sent sent) {
    Versions.require(seen, breach.version());
    ActTimes.requirePast("/sentAt", sent.at(), now());
    if (sent.at().isBefore(breach.discovered())) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/sentAt", "before-discovery", "Nobody knew of the breach then."));
    }
    if (breach.notices().containsKey(whom)) {
      throw Refusal.of(SENT);
    }
    if (breach.duties().stream().noneMatch(duty -> duty.whom() == whom)) {
      throw Refusal.of(NOT_DUE);
    }
    if (!whom.mayBeTold(sent.how())) {
      throw Refusal.of(TELLING);
    }
    breaches.addNotice(person.agency(), breach.id(), whom, sent);
    breaches.save(person.agency(), breach.touched());
    clocks.told(person.agency(), reach(person, breach.id()));
    return breach.id();
  }

  private static void requirePart(Breach breach) {
    var affected = breach.affected();
    var part = breach.mostInOneState();
    if (affected != null && part != null && part > affected) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/mostInOneState", "too-many", "These are part of all who are affected."));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
