package org.handrail.referral.capacity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps places for referrals, for a while. The referral is locked by who calls, then the capacity's
 * row is: of all who want a place at once each free one is given once.
 */
@Component
class Holding implements Holds {
  static final String EXPIRY = "hold-expiry";

  private final Capacities capacities;
  private final JdbcHolds holds;
  private final Deadlines deadlines;
  private final Attention attention;
  private final Clock clock;

  Holding(
      Capacities capacities,
      JdbcHolds holds,
      Deadlines deadlines,
      Attention attention,
      Clock clock) {
    this.capacities = capacities;
    this.holds = holds;
    this.deadlines = deadlines;
    this.attention = attention;
    this.clock = clock;
  }

  /**
   * The hold that the referral has of this capacity already, if it has one; nobody else ends it
   * until the transaction ends.
   *
   * @param wanted for how long from now on; until when it was kept anyway when not said
   */
  Optional<UUID> same(Person by, Capacity capacity, UUID referralId, @Nullable Duration wanted) {
    Optional<Hold> active = lockKept(referralId);
    if (active.isPresent() && !active.get().capacityId().equals(capacity.id())) {
      throw Refusal.of(CapacityProblems.HOLD_EXISTS);
    }
    if (active.isPresent() && wanted != null) {
      Instant until = until(checked(wanted, capacity));
      holds.keepUntil(active.get().id(), until);
      deadlines.set(by.agency(), EXPIRY, referralId, until);
    }
    return active.map(Hold::id);
  }

  /**
   * Keeps a place.
   *
   * @param wanted for how long, from a minute to what the provider keeps places for; as long as
   *     that when not said
   */
  UUID keep(Person by, Capacity capacity, UUID referralId, @Nullable Duration wanted) {
    Duration time = wanted == null ? capacity.holdFor() : checked(wanted, capacity);
    if (!holds.keepOne(capacity.id(), Integer.MAX_VALUE)) {
      throw Refusal.of(CapacityProblems.NO_PLACE_FREE);
    }
    return add(by, capacity, referralId, time);
  }

  @Override
  public void grantedByAnswer(Person by, UUID referralId, UUID serviceId) {
    List<Capacity> kinds = own(by, serviceId);
    if (kinds.isEmpty() || lockKept(referralId).isPresent()) {
      return;
    }
    if (kinds.size() > 1) {
      throw Refusal.of(
          CapacityProblems.PLACE_NOT_NAMED, "Keep a place of one kind: the answer goes with it");
    }
    keep(by, kinds.getFirst(), referralId, null);
  }

  @Override
  public boolean grantedAtOnce(Person by, UUID referralId, UUID serviceId) {
    List<Capacity> kinds = own(by, serviceId);
    if (kinds.size() != 1) {
      askWhichKind(by, referralId, kinds);
      return false;
    }
    Capacity capacity = kinds.getFirst();
    if (!holds.keepOne(capacity.id(), capacity.holdsAtOnce())) {
      return false;
    }
    add(by, capacity, referralId, capacity.holdFor());
    return true;
  }

  /**
   * The hold that the referral has; nobody else ends it until the transaction ends. One whose time
   * is over ends here, should no sweep have come by.
   */
  private Optional<Hold> lockKept(UUID referralId) {
    Instant now = clock.instant();
    Optional<Hold> active = holds.lockActiveOf(referralId);
    active
        .filter(hold -> !hold.until().isAfter(now))
        .ifPresent(over -> holds.end(over, HoldEnd.EXPIRED));
    return active.filter(hold -> hold.until().isAfter(now));
  }

  // The acceptance does not say which kind of place is meant: whoever accepted keeps one.
  private void askWhichKind(Person by, UUID referralId, List<Capacity> kinds) {
    if (kinds.stream().anyMatch(kind -> kind.holdsAtOnce() > 0)) {
      attention.ask(
          by.agency(),
          by.subject(),
          new Attention.Matter("hold-place-not-named", "referral", referralId));
    }
  }

  @Override
  public void end(UUID referralId, HoldEnd how) {
    holds
        .activeOf(referralId)
        .filter(hold -> holds.end(hold, how))
        .flatMap(hold -> capacities.find(hold.capacityId()).map(Capacity::agency))
        .ifPresent(agency -> deadlines.drop(agency, EXPIRY, referralId));
  }

  @Override
  public void didNotArrive(UUID referralId) {
    holds.didNotArrive(referralId);
  }

  @Override
  public void outcome(AgencyId provider, UUID serviceId, boolean foundPlace) {
    capacities.outcome(serviceId, provider, foundPlace);
  }

  private List<Capacity> own(Person by, UUID serviceId) {
    return capacities.of(List.of(serviceId)).stream()
        .filter(capacity -> capacity.agency().equals(by.agency()))
        .toList();
  }

  private static Duration checked(Duration wanted, Capacity capacity) {
    Problem problem =
        HoldTime.check(Problem.of(CapacityProblems.CAPACITY_DEFICIENT), wanted, capacity.holdFor());
    if (!problem.errors().isEmpty()) {
      throw Refusal.of(problem);
    }
    return wanted;
  }

  private UUID add(Person by, Capacity capacity, UUID referralId, Duration time) {
    UUID id = UUID.randomUUID();
    Instant until = until(time);
    holds.add(id, by, capacity.id(), referralId, until);
    deadlines.set(by.agency(), EXPIRY, referralId, until);
    return id;
  }

  private Instant until(Duration time) {
    return clock.instant().plus(time).truncatedTo(ChronoUnit.MICROS);
  }
}
