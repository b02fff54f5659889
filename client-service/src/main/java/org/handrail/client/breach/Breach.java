package org.handrail.client.breach;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * An incident in which protected records were used, seen or lost as they should not have been.
 *
 * @param discovered when the first of the agency's people knew of it
 * @param affected how many people's records
 * @param mostInOneState how many of them live in the state with the most
 * @param notices which notices went out when
 */
record Breach(
    UUID id,
    Instant discovered,
    Instant recordedAt,
    SubjectId recordedBy,
    String what,
    int affected,
    int mostInOneState,
    @Nullable Assessment assessment,
    Map<Whom, Sent> notices,
    long version) {

  /** No notice is later than that after the discovery (45 CFR 164.404(b)). */
  static final Duration LATEST = Duration.ofDays(60);

  /** When the privacy officer is reminded of notices that did not go out. */
  static final Duration REMINDED_AFTER = Duration.ofDays(45);

  private static final int MANY = 500;

  Breach {
    notices = Map.copyOf(notices);
  }

  /** What it counts as: a breach, until an assessment shows otherwise. */
  enum Status {
    PRESUMED,
    CONFIRMED,
    NO_BREACH
  }

  /** The four factors of 45 CFR 164.402(2) and what they show. */
  record Assessment(Factors factors, boolean lowProbability, Instant at, SubjectId by) {}

  /**
   * @param nature what it was, and how easily somebody can be told by it
   * @param whoGotIt who used it or got it
   * @param acquired whether it was really acquired or seen
   * @param mitigation how far the risk was made smaller
   */
  record Factors(String nature, String whoGotIt, String acquired, String mitigation) {}

  /** Who must be told. */
  enum Whom {
    INDIVIDUALS,
    HHS,
    MEDIA
  }

  enum How {
    FIRST_CLASS_MAIL,
    /** To those who agreed to it. */
    E_MAIL,
    WEB_FORM,
    PRESS
  }

  record Sent(How how, Instant at, SubjectId by) {}

  /** A notice that must go out. */
  record Duty(Whom whom, Instant dueAt, @Nullable Sent sent) {}

  Status status() {
    if (assessment == null) {
      return Status.PRESUMED;
    }
    return assessment.lowProbability() ? Status.NO_BREACH : Status.CONFIRMED;
  }

  /** All notices that it takes, with their time: none once it is shown to be no breach. */
  List<Duty> duties() {
    var duties = new ArrayList<Duty>();
    if (status() == Status.NO_BREACH || affected == 0) {
      return duties;
    }
    duties.add(duty(Whom.INDIVIDUALS, discovered.plus(LATEST)));
    duties.add(duty(Whom.HHS, affected >= MANY ? discovered.plus(LATEST) : afterTheYear()));
    if (mostInOneState > MANY) {
      duties.add(duty(Whom.MEDIA, discovered.plus(LATEST)));
    }
    return duties;
  }

  /** The instants at which notices fall due that are still to be sent. */
  List<Instant> waitedFor() {
    return duties().stream()
        .filter(duty -> duty.sent() == null)
        .map(Duty::dueAt)
        .distinct()
        .sorted()
        .toList();
  }

  private Duty duty(Whom whom, Instant at) {
    return new Duty(whom, at, notices.get(whom));
  }

  // Smaller breaches are told once a year (45 CFR 164.408(c)).
  private Instant afterTheYear() {
    return discovered
        .atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .withDayOfYear(1)
        .plusYears(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant()
        .plus(LATEST);
  }

  Breach assessed(Assessment made, int affected, int mostInOneState) {
    return new Breach(
        id,
        discovered,
        recordedAt,
        recordedBy,
        what,
        affected,
        mostInOneState,
        made,
        notices,
        version + 1);
  }

  /** The same with its next version: something that belongs to it was added. */
  Breach touched() {
    return new Breach(
        id,
        discovered,
        recordedAt,
        recordedBy,
        what,
        affected,
        mostInOneState,
        assessment,
        notices,
        version + 1);
  }
}
