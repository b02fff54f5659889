package org.handrail.client.encounter;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.handrail.client.encounter.Encounters.Span;
import org.handrail.client.worktime.WorkTimes;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problem.Fault;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what is told of an encounter can have been so; everything that is wrong at once. */
@Component
class CheckingAccount {
  static final ProblemType ENCOUNTER_DEFICIENT =
      ProblemType.of("encounter-deficient", 422, "The encounter cannot have been like this");

  private final Activities activities;
  private final FundingSources sources;

  CheckingAccount(Activities activities, FundingSources sources) {
    this.activities = activities;
    this.sources = sources;
  }

  String activitiesVersion() {
    return activities.version();
  }

  /**
   * Refuses what cannot have been.
   *
   * @param pointer a JSON Pointer to the account in what was sent
   * @param born when the client was born, if they say so
   */
  void require(String pointer, Account account, @Nullable LocalDate born, Instant now) {
    refuse(pointer, faults(account, born, now));
  }

  /** As {@link #require}, of part of a group's session: it took no longer than the session. */
  void requireWithin(
      Span session, String pointer, Account account, @Nullable LocalDate born, Instant now) {
    var faults = faults(account, born, now);
    if (account.startedAt().isBefore(session.from())) {
      faults.add(fault("startedAt", "outside-session", "The session had not begun."));
    }
    if (account.endedAt().isAfter(session.until())) {
      faults.add(fault("endedAt", "outside-session", "The session was over."));
    }
    refuse(pointer, faults);
  }

  private static void refuse(String pointer, List<Fault> found) {
    var faults =
        found.stream()
            .map(fault -> new Fault(pointer + fault.pointer(), fault.code(), fault.detail()))
            .toList();
    if (!faults.isEmpty()) {
      throw Refusal.of(Problem.of(ENCOUNTER_DEFICIENT).errors(faults));
    }
  }

  private List<Fault> faults(Account account, @Nullable LocalDate born, Instant now) {
    var faults = new ArrayList<Fault>();
    time(account, now, faults);
    past(account.startedAt(), born, now, faults);
    if (!account.place().fits(account.mode())) {
      faults.add(fault("place", "place-not-possible", "Nobody meets there in that way."));
    }
    for (int i = 0; i < account.activities().size(); i++) {
      if (!activities.knows(account.activities().get(i))) {
        faults.add(fault("activities/" + i, "activity-unknown", "This code is in no list."));
      }
    }
    funding(account.funding(), faults);
    return faults;
  }

  private static void time(Account account, Instant now, List<Fault> faults) {
    if (!account.endedAt().isAfter(account.startedAt())) {
      faults.add(fault("endedAt", "not-after-start", "It ends after it began."));
    } else if (account.duration().compareTo(WorkTimes.LONGEST) > 0) {
      faults.add(fault("endedAt", "too-long", "Not longer than 24 hours."));
    }
    if (ActTimes.isToCome(account.endedAt(), now)) {
      faults.add(fault("endedAt", "in-future", "It has not happened yet."));
    }
  }

  // People are met before there is a record of them, and what was noted on paper is typed later:
  // how
  // long they have been known, no record says.
  private static void past(
      Instant startedAt, @Nullable LocalDate born, Instant now, List<Fault> faults) {
    if (ActTimes.isTooLongAgo(startedAt, now)) {
      faults.add(fault("startedAt", "too-long-ago", "That is more than ten years ago."));
    } else if (born != null
        && startedAt.atOffset(ZoneOffset.ofHours(14)).toLocalDate().isBefore(born)) {
      faults.add(fault("startedAt", "before-birth", "The client was not born yet."));
    }
  }

  private void funding(List<FundingShare> funding, List<Fault> faults) {
    for (int i = 0; i < funding.size(); i++) {
      if (!sources.knows(funding.get(i).source())) {
        faults.add(fault("funding/" + i + "/source", "source-unknown", "This code is in no list."));
      }
    }
    if (funding.stream().map(FundingShare::source).collect(toSet()).size() < funding.size()) {
      faults.add(fault("funding", "source-twice", "Each source once."));
    }
    if (!funding.isEmpty() && funding.stream().mapToInt(FundingShare::percent).sum() != 100) {
      faults.add(fault("funding", "not-hundred", "The shares come to 100 percent."));
    }
  }

  private static Fault fault(String field, String code, String detail) {
    return new Fault("/" + field, code, detail);
  }
}
