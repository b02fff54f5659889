package org.handrail.client.credential;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** Hours are written down once, within their cycle, and count when a supervisor signs (CERT-3). */
@Component
class CountingHours {
  static final ProblemType OVERLAP =
      ProblemType.of("hours-overlap", 409, "Some of this time is counted already");
  static final ProblemType COUNTED =
      ProblemType.of("hours-counted", 409, "This lesson is counted already");
  static final ProblemType OUTSIDE_CYCLE =
      ProblemType.of("hours-outside-cycle", 422, "This lies in no cycle of the certification");
  static final ProblemType NOT_ACCEPTED =
      ProblemType.of("hours-not-accepted", 422, "The scheme does not take such lessons");
  static final ProblemType SIGNED =
      ProblemType.of("hours-signed", 409, "These hours are signed already");
  static final ProblemType OWN_HOURS =
      ProblemType.of("own-hours", 409, "Nobody signs their own hours");

  private static final Cycle ALWAYS =
      new Cycle(LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 31));
  private static final Duration LONGEST = Duration.ofHours(24);

  private final HoursLedger ledger;
  private final CredentialRecords credentials;
  private final Schemes schemes;
  private final RosterSettings settings;
  private final Clock clock;

  CountingHours(
      HoursLedger ledger,
      CredentialRecords credentials,
      Schemes schemes,
      RosterSettings settings,
      Clock clock) {
    this.ledger = ledger;
    this.credentials = credentials;
    this.schemes = schemes;
    this.settings = settings;
    this.clock = clock;
  }

  /** */
  UUID add(ReachingCredential.Reached to, HoursForm form) {
    var entry = form.entry(settings.dayOf(to.agency(), form.startsAt()));
    requirePossible(entry);
    var id = to.credential().id();
    var within = ALWAYS;
    if (entry.kind() == HoursKind.CE) {
      within =
          to.credential()
              .history()
              .cycleOf(entry.day())
              .orElseThrow(() -> Refusal.of(OUTSIDE_CYCLE));
      requireAccepted(to, form, within);
    }
    if (ledger.overlaps(to.agency(), id, entry.startsAt(), entry.endsAt())) {
      throw Refusal.of(OVERLAP);
    }
    if (entry.kind().isTaught() && ledger.heard(to.agency(), id, entry, within)) {
      throw Refusal.of(COUNTED);
    }
    ledger.add(
        to.agency(),
        id,
        entry,
        to.specialist().specialist().subject(),
        to.by().subject(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
    changed(to);
    return entry.id();
  }

  UUID sign(ReachingCredential.Reached of, UUID entry, boolean accepted) {
    var line = ledger.find(of.agency(), of.credential().id(), entry).orElseThrow(NotFound::new);
    if (of.specialist().isOneself()) {
      throw Refusal.of(OWN_HOURS);
    }
    if (line.signature() != null) {
      throw Refusal.of(SIGNED);
    }
    ledger.sign(
        of.agency(),
        entry,
        accepted,
        of.by().subject(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
    changed(of);
    return entry;
  }

  private void requireAccepted(ReachingCredential.Reached to, HoursForm form, Cycle within) {
    var version = schemes.on(to.credential().scheme(), within.from());
    if (Boolean.TRUE.equals(form.clinical())
        && version.filter(it -> !it.renewal().clinicalCe()).isPresent()) {
      throw Refusal.of(NOT_ACCEPTED);
    }
  }

  private void requirePossible(HoursEntry entry) {
    var problem = Problem.of(Problems.INVALID);
    if (!schemes.domains().contains(entry.domain())) {
      problem = problem.error("/domain", "unknown", "There is no such domain.");
    }
    if (entry.topic() != null && !schemes.topics().contains(entry.topic())) {
      problem = problem.error("/topic", "unknown", "There is no such topic.");
    }
    var length = Duration.between(entry.startsAt(), entry.endsAt());
    if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
      problem = problem.error("/endsAt", "not-possible", "It ends within 24 hours of its begin.");
    } else if (entry.minutes() > length.toMinutes()) {
      problem = problem.error("/minutes", "not-possible", "It was not that long.");
    }
    if (ActTimes.isTooLongAgo(entry.startsAt(), clock.instant())) {
      problem = problem.error("/startsAt", "too-long-ago", "That is more than ten years ago.");
    }
    if (entry.endsAt().isAfter(clock.instant())) {
      problem = problem.error("/endsAt", "in-future", "It has not happened yet.");
    }
    if (!problem.errors().isEmpty()) {
      throw Refusal.of(problem);
    }
  }

  private void changed(ReachingCredential.Reached to) {
    credentials.touch(to.agency(), to.credential().id(), to.credential().version() + 1);
  }
}
