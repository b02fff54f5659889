package org.handrail.client.breach;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * An incident in which protected records were used, seen or lost as they should not have been.
 *
 * @param discovered when the first of the agency's people knew of it
 * @param zone where the agency's days and years begin
 * @param affected how many people's records, at least one; none while nobody knows
 * @param mostInOneState how many of them live in the state with the most; none while nobody knows
 * @param named who of them is named already
 * @param notices those that went out, in their order
 */
record Breach(
    UUID id,
    Instant discovered,
    ZoneId zone,
    Instant recordedAt,
    SubjectId recordedBy,
    String what,
    @Nullable Integer affected,
    @Nullable Integer mostInOneState,
    Named named,
    @Nullable Assessment assessment,
    List<Notice> notices,
    long version) {

  /** No notice is later than that after the discovery (45 CFR 164.404(b)). */
  static final Duration LATEST = Duration.ofDays(60);

  /** When the privacy officer is reminded of notices that did not go out. */
  static final Duration REMINDED_AFTER = Duration.ofDays(45);

  private static final int MANY = 500;

  Breach {
    notices = List.copyOf(notices);
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
    MEDIA;

    boolean mayBeTold(How how) {
      return switch (this) {
        case INDIVIDUALS -> how == How.FIRST_CLASS_MAIL || how == How.E_MAIL;
        case HHS -> how == How.WEB_FORM;
        case MEDIA -> how == How.PRESS;
      };
    }
  }

  enum How {
    FIRST_CLASS_MAIL,
    /** To those who agreed to it. */
    E_MAIL,
    WEB_FORM,
    PRESS
  }

  record Sent(How how, Instant at, SubjectId by) {}

  /**
   * A notice that went out.
   *
   * @param enteredInErrorAt since when it is known that it did not
   */
  record Notice(UUID id, Whom whom, Sent sent, @Nullable Instant enteredInErrorAt) {
    boolean stands() {
      return enteredInErrorAt == null;
    }
  }

  /**
   * How many people are named.
   *
   * @param untold how many of them no notice went to yet
   */
  record Named(int all, int untold) {
    static final Named NOBODY = new Named(0, 0);
  }

  /**
   * A notice that must go out or went out.
   *
   * @param dueAt by when; none once it is no longer due
   * @param sent the last that went out
   * @param waits whether somebody is still to be told
   */
  record Duty(Whom whom, @Nullable Instant dueAt, @Nullable Sent sent, boolean waits) {}

  Status status() {
    if (assessment == null) {
      return Status.PRESUMED;
    }
    return assessment.lowProbability() ? Status.NO_BREACH : Status.CONFIRMED;
  }

  /**
   * All notices that it takes, with their time, and those that went out before it was shown to be
   * no breach: that people were told stays. The clocks run from the discovery, whether or not it is
   * known yet how many people it is about (45 CFR 164.404(b)); until then they are those of many,
   * and of many in one state while nobody knows where they live (45 CFR 164.406(a)).
   */
  List<Duty> duties() {
    return Arrays.stream(Whom.values())
        .map(whom -> duty(whom, dueAt(whom).orElse(null), sent(whom)))
        .filter(duty -> duty.dueAt() != null || duty.sent() != null)
        .toList();
  }

  // Each person is told by themselves (45 CFR 164.404(a)): also who is named after the others.
  private Duty duty(Whom whom, @Nullable Instant dueAt, @Nullable Sent sent) {
    var untold = sent == null || (whom == Whom.INDIVIDUALS && named.untold() > 0);
    return new Duty(whom, dueAt, sent, dueAt != null && untold);
  }

  private @Nullable Sent sent(Whom whom) {
    return notices.stream()
        .filter(notice -> notice.whom() == whom && notice.stands())
        .reduce((_, later) -> later)
        .map(Notice::sent)
        .orElse(null);
  }

  private Optional<Instant> dueAt(Whom whom) {
    if (status() == Status.NO_BREACH) {
      return Optional.empty();
    }
    return switch (whom) {
      case INDIVIDUALS -> Optional.of(discovered.plus(LATEST));
      case HHS -> Optional.of(mayBe(MANY) ? discovered.plus(LATEST) : afterTheYear());
      case MEDIA -> mayBeMoreInOneState() ? Optional.of(discovered.plus(LATEST)) : Optional.empty();
    };
  }

  // Who is named counts, whatever number was guessed before; more may be named until there is one.
  private boolean mayBe(int many) {
    return affected == null || Math.max(affected, named.all()) >= many;
  }

  // Of how many live where nobody knows, all may live in one state.
  private boolean mayBeMoreInOneState() {
    return mostInOneState == null ? mayBe(MANY + 1) : mostInOneState > MANY;
  }

  /** The instants at which notices fall due that are still to be sent. */
  List<Instant> waitedFor() {
    return duties().stream()
        .filter(Duty::waits)
        .map(Duty::dueAt)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  // Smaller breaches are told once a year, of the agency's calendar (45 CFR 164.408(c)).
  private Instant afterTheYear() {
    return discovered
        .atZone(zone)
        .toLocalDate()
        .withDayOfYear(1)
        .plusYears(1)
        .plusDays(LATEST.toDays())
        .atStartOfDay(zone)
        .toInstant();
  }

  /** What an assessment leaves open stays as it was known before. */
  Breach assessed(
      Assessment made, @Nullable Integer nowAffected, @Nullable Integer nowMostInOneState) {
    return new Breach(
        id,
        discovered,
        zone,
        recordedAt,
        recordedBy,
        what,
        nowAffected == null ? affected : nowAffected,
        nowMostInOneState == null ? mostInOneState : nowMostInOneState,
        named,
        made,
        notices,
        version + 1);
  }

  /** The same with its next version: something that belongs to it was added. */
  Breach touched() {
    return new Breach(
        id,
        discovered,
        zone,
        recordedAt,
        recordedBy,
        what,
        affected,
        mostInOneState,
        named,
        assessment,
        notices,
        version + 1);
  }
}
