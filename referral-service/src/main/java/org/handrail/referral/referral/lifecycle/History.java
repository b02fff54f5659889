package org.handrail.referral.referral.lifecycle;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A referral as one party sees it: its own steps and what the door released of the other's.
 *
 * <p>Everything that the party is shown is computed from these steps alone, its version included,
 * so that nothing tells of an answer that the door kept back.
 */
public record History(Party viewer, List<Taken> steps) {
  private static final Set<Step> OF_PLACES =
      EnumSet.of(Step.HOLD_GRANTED, Step.WAITLISTED, Step.MISSED, Step.ATTENDED);

  private static final Set<BusinessStatus> HEARD_FROM =
      EnumSet.of(
          BusinessStatus.INTAKE_SCHEDULED,
          BusinessStatus.MISSED,
          BusinessStatus.ATTENDED,
          BusinessStatus.ENGAGED);

  public History {
    steps = steps.stream().filter(taken -> taken.visibleTo(viewer)).toList();
  }

  /** Who ended a referral ended it for everyone who can see that; a correction goes before all. */
  public Standing standing() {
    Standing ended = null;
    for (Taken taken : steps) {
      TaskStatus status = taken.standing().status();
      if (status == TaskStatus.ENTERED_IN_ERROR) {
        return taken.standing();
      }
      if (ended == null && status.ended()) {
        ended = taken.standing();
      }
    }
    if (ended != null) {
      return ended;
    }
    return steps.isEmpty() ? Standing.DRAFT : steps.getLast().standing();
  }

  /** Counts what the viewer could see happen; a draft has version 0. */
  public long version() {
    return steps.size();
  }

  /**
   * Only a person who came closes the loop: not a letter that was sent, nor one that was read.
   * Where the receiver says afterwards that they did not, that they came was a slip.
   */
  public boolean loopClosed() {
    return first(EnumSet.of(Step.ATTENDED)).isPresent();
  }

  /** When the person came, as far as the viewer can see. */
  public Optional<Instant> arrivedAt() {
    return first(EnumSet.of(Step.ATTENDED, Step.ENGAGED));
  }

  private Optional<Instant> first(Set<Step> there) {
    if (steps.stream().anyMatch(taken -> taken.reason() == Reason.DID_NOT_ARRIVE)) {
      return Optional.empty();
    }
    return steps.stream().filter(taken -> there.contains(taken.step())).map(Taken::at).findFirst();
  }

  /**
   * Whether the person may count on a place that was said to be kept: they neither came nor missed
   * it, were not put on a waiting list instead, and it has not ended.
   */
  public boolean isPlacePromised() {
    return !standing().status().ended()
        && steps.reversed().stream()
            .map(Taken::step)
            .filter(OF_PLACES::contains)
            .findFirst()
            .filter(Step.HOLD_GRANTED::equals)
            .isPresent();
  }

  /**
   * Whether the place is known to have been in touch with the person since it last went on with the
   * referral: they were given a time there, or came.
   */
  public boolean isHeardFrom() {
    for (Taken taken : steps.reversed()) {
      BusinessStatus business = taken.standing().businessStatus();
      if (business != null && HEARD_FROM.contains(business)) {
        return true;
      }
      if (taken.step() == Step.RESUMED) {
        return false;
      }
    }
    return false;
  }

  /** When that step was taken last, if it ever was. */
  public Optional<Instant> lastAt(Step step) {
    return steps.reversed().stream()
        .filter(taken -> taken.step() == step)
        .map(Taken::at)
        .findFirst();
  }

  /** The door's code where it refused the last sending: a task for who sent it. */
  public @Nullable String attention() {
    if (!standing().equals(Standing.AWAITING_DISCLOSURE)) {
      return null;
    }
    return steps.getLast().refusal();
  }
}
