package org.handrail.client.breach;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
  static final ProblemType IN_ERROR =
      ProblemType.of("breach-notice-in-error", 409, "This notice was recorded by mistake");
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
            Breach.Named.NOBODY,
            null,
            List.of(),
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
    return turnedOut(person, breach);
  }

  /** Somebody was named by mistake: their records were not touched. */
  UUID takeBack(Person person, Breach breach, long seen, UUID named) {
    Versions.require(seen, breach.version());
    if (people(person, breach).stream().noneMatch(it -> it.clientId().equals(named))) {
      throw new NotFound();
    }
    breaches.takeBack(person.agency(), breach.id(), named, person.subject(), now());
    return turnedOut(person, breach);
  }

  /**
   * @param people to whom of those who are named and were not told yet it went; without, to all of
   *     them
   */
  UUID told(
      Person person,
      Breach breach,
      long seen,
      Breach.Whom whom,
      Breach.Sent sent,
      @Nullable List<UUID> people) {
    Versions.require(seen, breach.version());
    requireDue(breach, whom, sent);
    var to = whom == Breach.Whom.INDIVIDUALS ? to(person, breach, people) : nobody(people);
    var notice = new Breach.Notice(UUID.randomUUID(), whom, sent, null);
    breaches.addNotice(person.agency(), breach.id(), notice);
    breaches.tell(person.agency(), breach.id(), notice.id(), to);
    breaches.save(person.agency(), breach.touched());
    clocks.told(person.agency(), reach(person, breach.id()));
    return breach.id();
  }

  /** A notice was recorded that did not go out: whoever it was to waits for one. */
  UUID enterInError(Person person, Breach breach, long seen, UUID notice) {
    Versions.require(seen, breach.version());
    var found =
        breach.notices().stream()
            .filter(it -> it.id().equals(notice))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (!found.stands()) {
      throw Refusal.of(IN_ERROR);
    }
    breaches.enterInError(person.agency(), notice, person.subject(), now());
    return turnedOut(person, breach);
  }

  private UUID turnedOut(Person person, Breach breach) {
    breaches.save(person.agency(), breach.touched());
    clocks.turnedOut(person.agency(), reach(person, breach.id()));
    return breach.id();
  }

  private void requireDue(Breach breach, Breach.Whom whom, Breach.Sent sent) {
    ActTimes.requirePast("/sentAt", sent.at(), now());
    if (sent.at().isBefore(breach.discovered())) {
      throw invalid("/sentAt", "before-discovery", "Nobody knew of the breach then.");
    }
    var due =
        breach.duties().stream()
            .filter(duty -> duty.whom() == whom)
            .findFirst()
            .orElseThrow(() -> Refusal.of(NOT_DUE));
    if (!due.waits()) {
      throw Refusal.of(SENT);
    }
    if (!whom.mayBeTold(sent.how())) {
      throw Refusal.of(TELLING);
    }
  }

  private List<UUID> to(Person person, Breach breach, @Nullable List<UUID> people) {
    var named = people(person, breach);
    if (people == null) {
      return named.stream().filter(it -> !it.told()).map(Breaches.Affected::clientId).toList();
    }
    var told = named.stream().collect(toMap(Breaches.Affected::clientId, Breaches.Affected::told));
    for (int i = 0; i < people.size(); i++) {
      var is = told.get(people.get(i));
      if (is == null) {
        throw invalid("/clientIds/" + i, "not-named", "They are not named as affected.");
      }
      if (is) {
        throw invalid("/clientIds/" + i, "told-already", "A notice that stands went to them.");
      }
    }
    return people;
  }

  private static List<UUID> nobody(@Nullable List<UUID> people) {
    if (people != null) {
      throw invalid("/clientIds", "not-possible", "Only people are told one by one.");
    }
    return List.of();
  }

  private List<Breaches.Affected> people(Person person, Breach breach) {
    return breaches.people(person.agency(), breach.id());
  }

  private static Refusal invalid(String pointer, String code, String detail) {
    return Refusal.of(Problem.of(Problems.INVALID).error(pointer, code, detail));
  }

  private static void requirePart(Breach breach) {
    var affected = breach.affected();
    var part = breach.mostInOneState();
    if (affected != null && part != null && part > affected) {
      throw invalid("/mostInOneState", "too-many", "These are part of all who are affected.");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
