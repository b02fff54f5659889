package org.handrail.referral.referral;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.SubjectId;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Standing;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Handrail's own steps on the requester's side, in the name of who is at the client's side. */
@Component
class SystemSteps {
  private final Referrals referrals;
  private final Crossings crossings;
  private final ReferralEvents events;
  private final Following following;
  private final WhoHears hears;
  private final Courier courier;
  private final Clock clock;

  SystemSteps(
      Referrals referrals,
      Crossings crossings,
      ReferralEvents events,
      Following following,
      WhoHears hears,
      Courier courier,
      Clock clock) {
    this.referrals = referrals;
    this.crossings = crossings;
    this.events = events;
    this.following = following;
    this.hears = hears;
    this.courier = courier;
    this.clock = clock;
  }

  /** Ends a locked referral; whoever was sent it is told through the door. */
  void end(Referral referral, Step step, Standing ended) {
    boolean delivered = referral.deliveredAt() != null;
    if (!delivered) {
      overtake(referral);
    }
    Taken taken = taken(step, ended);
    int version = take(referral, taken, delivered ? Crossing.AWAITING : Crossing.NONE);
    events.cancelled(referral, version, taken);
    following.after(referral.requester(), referral, taken);
    courier.wakeAfterCommit(referral.requester());
  }

  /**
   * Sends the client's next option; the door judges it as any other. What was written for the one
   * place is not for the other to read.
   */
  UUID reroute(Referral from, Receivers.Taker option) {
    Referral.Request old = from.asked();
    SubjectId by = hears.inWhoseName(from);
    Referral referral =
        new Referral(
            UUID.randomUUID(),
            from.requester(),
            option.agency(),
            new Referral.Service(
                option.service().id(), option.service().name(), option.service().organization()),
            from.purpose(),
            from.urgency(),
            now(),
            null,
            null,
            List.of(),
            new Referral.Request(
                old.clientId(),
                old.optionSetId(),
                old.need(),
                old.required(),
                old.optional(),
                List.of(),
                null,
                by,
                null,
                from.id(),
                null),
            List.of());
    referrals.add(referral, by);
    events.drafted(referral);
    send(referral);
    return referral.id();
  }

  /** Sends a referral that has no step yet. */
  void send(Referral referral) {
    Taken sending = taken(Step.SENDING, Standing.AWAITING_DISCLOSURE);
    int version = take(referral, sending, Crossing.AWAITING);
    events.sent(referral, version);
    following.after(referral.requester(), referral, sending);
    courier.wakeAfterCommit(referral.requester());
  }

  /**
   * Takes back what still waits for the door: a refusal, for its reason, to whoever sent it.
   *
   * @param at when the reason arose
   */
  void stop(Referral referral, String code, Instant at) {
    overtake(referral);
    Taken refused = taken(Step.REFUSED, Standing.AWAITING_DISCLOSURE, code, at);
    int version = take(referral, refused, Crossing.NONE);
    events.refused(referral, version, code);
  }

  /** What waits for the door is not carried any more. */
  void overtake(Referral referral) {
    referral.entries().stream()
        .filter(entry -> entry.crossing() == Crossing.AWAITING)
        .forEach(entry -> crossings.move(referral.id(), entry.seq(), Crossing.VOID));
  }

  private int take(Referral referral, Taken taken, Crossing crossing) {
    return referrals.take(
        referral.id(),
        new Referrals.Author(
            referral.requester(), referral.receiver(), hears.inWhoseName(referral)),
        taken,
        crossing,
        null);
  }

  private Taken taken(Step step, Standing standing) {
    return taken(step, standing, null, now());
  }

  private static Taken taken(Step step, Standing standing, @Nullable String refusal, Instant at) {
    return new Taken(step, Party.SYSTEM, standing, null, refusal, null, null, at, false);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
