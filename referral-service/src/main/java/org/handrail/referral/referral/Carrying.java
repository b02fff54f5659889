package org.handrail.referral.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.caller.Role;
import org.handrail.platform.scope.ByItself;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.referral.door.Question;
import org.handrail.referral.referral.door.Verdict;
import org.handrail.referral.referral.lifecycle.BusinessStatus;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Standing;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.Taken;
import org.handrail.referral.referral.lifecycle.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is asked of the door for a step, and what its answer does to the referral. */
@Component
class Carrying {
  private static final ByItself ARRIVAL =
      new ByItself(
          LoggerFactory.getLogger(Carrying.class),
          "What came through the door could not be told; the next sweep tries again");

  private final Referrals referrals;
  private final Crossings crossings;
  private final ReferralEvents events;
  private final Following following;
  private final Watching watching;
  private final WhoHears hears;
  private final Receivers receivers;
  private final Attention attention;
  private final Transactions transactions;
  private final Clock clock;

  Carrying(
      Referrals referrals,
      Crossings crossings,
      ReferralEvents events,
      Following following,
      Watching watching,
      WhoHears hears,
      Receivers receivers,
      Attention attention,
      Transactions transactions,
      Clock clock) {
    this.referrals = referrals;
    this.crossings = crossings;
    this.events = events;
    this.following = following;
    this.watching = watching;
    this.hears = hears;
    this.receivers = receivers;
    this.attention = attention;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What to ask the door now, which may have judged it from then on. None when it no longer waits,
   * or waits for somebody in whose name the door could be asked.
   */
  Optional<Question> question(AgencyId agency, Crossings.Waiting waiting) {
    return transactions.inTransaction(
        () -> {
          Optional<Question> question =
              referrals
                  .find(waiting.referralId())
                  .filter(referral -> stillWaits(referral, waiting))
                  .flatMap(
                      referral ->
                          inWhoseName(agency, referral, waiting)
                              .map(by -> Questions.of(agency, referral, waiting, by)));
          if (question.isPresent() && isSending(waiting) && !waiting.mayBeJudged()) {
            crossings.mayBeJudged(waiting, true);
          }
          return question;
        });
  }

  /** The door has let nothing out by this question; of one before it that says nothing. */
  void wasNotHeard(Crossings.Waiting waiting) {
    if (isSending(waiting) && !waiting.mayBeJudged()) {
      transactions.run(() -> crossings.mayBeJudged(waiting, false));
    }
  }

  private Optional<OnBehalfOf> inWhoseName(
      AgencyId agency, Referral referral, Crossings.Waiting waiting) {
    Referral.Request request = referral.request();
    return request == null || isAnsweredForByItsAuthor(waiting)
        ? Optional.of(new OnBehalfOf(waiting.subject(), agency))
        : hears.whoIsThere(agency, request.clientId(), waiting.subject());
  }

  // Who sent it answers for that. What Handrail sends, and that it is over, goes in the name of
  // whoever is at the client's side by then.
  private static boolean isAnsweredForByItsAuthor(Crossings.Waiting waiting) {
    return isSending(waiting) && waiting.entry().taken().by() != Party.SYSTEM;
  }

  private static boolean isSending(Crossings.Waiting waiting) {
    return waiting.entry().taken().step() == Step.SENDING;
  }

  /** Writes down a release; gives the agency that has something to tell its people now. */
  Optional<AgencyId> released(
      AgencyId agency, Crossings.Waiting waiting, Verdict.Released verdict) {
    return transactions.inTransaction(
        () -> {
          Referral referral = referrals.lock(waiting.referralId()).orElseThrow();
          int seq = waiting.entry().seq();
          if (!stillWaits(referral, waiting)) {
            return Optional.empty();
          }
          if (!isSending(waiting)) {
            crossings.released(referral.id(), seq, verdict.disclosureId(), Crossing.ARRIVED);
            return Optional.of(otherThan(agency, referral));
          }
          crossings.released(referral.id(), seq, verdict.disclosureId(), Crossing.RELEASED);
          deliver(agency, referral, waiting, verdict);
          return Optional.of(referral.receiver());
        });
  }

  private void deliver(
      AgencyId agency, Referral referral, Crossings.Waiting waiting, Verdict.Released verdict) {
    Instant now = now();
    referrals.delivered(
        referral.id(), now, verdict.disclosureId(), verdict.released(), verdict.withheld());
    Taken delivered = system(Step.DELIVERED, BusinessStatus.DELIVERED, null, now, true);
    int version =
        referrals.take(
            referral.id(),
            new Referrals.Author(agency, referral.receiver(), waiting.subject()),
            delivered,
            Crossing.ARRIVED,
            verdict.disclosureId());
    watching.sent(referral, now);
    events.delivered(referral, version, verdict.disclosureId(), verdict.released());
  }

  /**
   * Writes down a denial: of a sending a task for who sent it, of an answer nothing to be seen.
   * Where only who asked had left the client's side, unknown to us yet, it waits for who follows;
   * and what was denied before the client said what may let it go is asked once more.
   */
  void denied(AgencyId agency, Crossings.Waiting waiting, Verdict.Denied verdict) {
    transactions.run(
        () -> {
          Referral referral = referrals.lock(waiting.referralId()).orElseThrow();
          if (!stillWaits(referral, waiting)) {
            return;
          }
          if (verdict.isOfStranger()
              && referral.request() != null
              && !isAnsweredForByItsAuthor(waiting)) {
            crossings.postpone(waiting, now());
            wasNotHeard(waiting);
            return;
          }
          if (isFromBefore(waiting, verdict)) {
            return;
          }
          crossings.move(referral.id(), waiting.entry().seq(), Crossing.WITHHELD);
          if (isSending(waiting)) {
            refuse(agency, referral, waiting, verdict.code());
          }
        });
  }

  /**
   * Takes back a sending that waited while the place closed or became another agency's: the door is
   * not asked, and whoever sent it looks at it again. What the door may have let out already is
   * carried to its end, so that nobody is told that nothing went.
   *
   * @return whether that is so
   */
  boolean isTakenBack(AgencyId agency, Crossings.Waiting waiting) {
    if (!isSending(waiting) || waiting.mayBeJudged()) {
      return false;
    }
    return transactions.inTransaction(
        () -> {
          Referral referral = referrals.lock(waiting.referralId()).orElseThrow();
          if (!stillWaits(referral, waiting) || receivers.stillTake(referral)) {
            return false;
          }
          crossings.move(referral.id(), waiting.entry().seq(), Crossing.VOID);
          refuse(agency, referral, waiting, HeldBack.NOT_TAKEN);
          return true;
        });
  }

  private void refuse(AgencyId agency, Referral referral, Crossings.Waiting waiting, String code) {
    Taken refused = system(Step.REFUSED, BusinessStatus.AWAITING_DISCLOSURE, code, now(), false);
    int version =
        referrals.take(
            referral.id(),
            new Referrals.Author(agency, referral.receiver(), waiting.subject()),
            refused,
            Crossing.NONE,
            null);
    events.refused(referral, version, code);
  }

  /** Lets others go first, while the door has no answer to this one. */
  void postpone(Crossings.Waiting waiting) {
    transactions.run(() -> crossings.postpone(waiting, now()));
  }

  /**
   * The door does not understand the question, which nobody can mend by sending again: it waits,
   * and once somebody is asked to have it looked at.
   */
  void notUnderstood(AgencyId agency, Crossings.Waiting waiting) {
    transactions.run(
        () -> {
          crossings.postpone(waiting, now());
          if (crossings.isNewlyNotUnderstood(waiting, now())) {
            referrals.find(waiting.referralId()).ifPresent(it -> askToLook(agency, it));
          }
        });
  }

  private void askToLook(AgencyId agency, Referral referral) {
    var matter = new Attention.Matter("referral-not-understood", "referral", referral.id());
    boolean isRequester = referral.partyOf(agency) == Party.REQUESTER;
    attention.ask(agency, isRequester ? Role.SUPERVISOR : Role.INTAKE_COORDINATOR, matter);
  }

  private boolean isFromBefore(Crossings.Waiting waiting, Verdict.Denied verdict) {
    Instant decidedAt = verdict.decidedAt();
    return decidedAt != null && crossings.askAfterDenialFromBefore(waiting, decidedAt, now());
  }

  /**
   * Tells this agency's side of the steps that came through the door for it, each once. What fails
   * waits, and the others go on.
   */
  void announceArrivals(AgencyId agency) {
    for (UUID id : transactions.reading(() -> crossings.arrivals(agency))) {
      ARRIVAL.run(id, () -> transactions.run(() -> announceArrivals(agency, id)));
    }
  }

  private void announceArrivals(AgencyId agency, UUID id) {
    Referral referral = referrals.lock(id).orElseThrow();
    for (Referral.Entry entry : referral.entries()) {
      if (entry.crossing() == Crossing.ARRIVED
          && entry.taken().owner() != referral.partyOf(agency)) {
        crossings.move(id, entry.seq(), Crossing.RELEASED);
        arrived(referral, entry);
        following.after(agency, referral, entry.taken());
      }
    }
  }

  private void arrived(Referral referral, Referral.Entry entry) {
    Step step = entry.taken().step();
    if (step == Step.DELIVERED) {
      watching.delivered(referral, referral.arrival());
      return;
    }
    watching.heard(referral, entry.taken(), now());
    events.released(referral, entry);
  }

  private static boolean stillWaits(Referral referral, Crossings.Waiting waiting) {
    return referral.entries().stream()
        .anyMatch(
            entry -> entry.seq() == waiting.entry().seq() && entry.crossing() == Crossing.AWAITING);
  }

  private static AgencyId otherThan(AgencyId agency, Referral referral) {
    return agency.equals(referral.requester()) ? referral.receiver() : referral.requester();
  }

  private static Taken system(
      Step step, BusinessStatus business, @Nullable String refusal, Instant at, boolean shared) {
    Standing standing = new Standing(TaskStatus.REQUESTED, business);
    return new Taken(step, Party.SYSTEM, standing, null, refusal, null, null, at, shared);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
