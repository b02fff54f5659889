package org.handrail.referral.referral;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.referral.capacity.HoldEnd;
import org.handrail.referral.capacity.Holds;
import org.handrail.referral.gap.Unmet;
import org.handrail.referral.gap.UnmetNeeds;
import org.handrail.referral.referral.lifecycle.BusinessStatus;
import org.handrail.referral.referral.lifecycle.Party;
import org.handrail.referral.referral.lifecycle.Reason;
import org.handrail.referral.referral.lifecycle.Step;
import org.handrail.referral.referral.lifecycle.Taken;
import org.handrail.referral.referral.lifecycle.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What follows from a step for the side that took it or came to know of it: the receiver's places
 * move, and the requester's client may not have found what they needed. What is sent is the one of
 * its choice.
 */
@Component
class Following {
  private final Holds holds;
  private final UnmetNeeds unmet;
  private final ChoiceUnderWay choice;

  Following(Holds holds, UnmetNeeds unmet, ChoiceUnderWay choice) {
    this.holds = holds;
    this.unmet = unmet;
    this.choice = choice;
  }

  /**
   * Does what follows.
   *
   * @param agency whose side knows of the step now
   * @param referral as it was before the step
   */
  void after(AgencyId agency, Referral referral, Taken taken) {
    if (referral.partyOf(agency) == Party.RECEIVER) {
      movePlaces(agency, referral, taken);
    } else if (taken.step() == Step.SENDING) {
      choice.begin(referral);
    } else {
      noteUnmet(agency, referral, taken);
    }
  }

  private void noteUnmet(AgencyId agency, Referral referral, Taken taken) {
    Referral.Request request = referral.asked();
    Unmet because = unmet(referral, taken);
    if (taken.step() == Step.ATTENDED) {
      unmet.met(request.optionSetId());
    } else if (because != null) {
      unmet.note(
          agency,
          request.clientId(),
          request.optionSetId(),
          request.need(),
          List.of(referral.service().id()),
          because);
    }
  }

  private static @Nullable Unmet unmet(Referral referral, Taken taken) {
    if (taken.step() == Step.EXPIRED) {
      return Unmet.EXPIRED;
    }
    Reason reason = taken.reason();
    if (reason == null) {
      return null;
    }
    boolean byReceiver = taken.by() == Party.RECEIVER;
    return switch (reason) {
      case NO_CAPACITY -> byReceiver ? Unmet.NO_CAPACITY : null;
      case NOT_ELIGIBLE, SERVICE_NOT_OFFERED, ADDITIONAL_ASSESSMENT_REQUIRED ->
          byReceiver ? Unmet.TURNED_AWAY : null;
      // Who had come and leaves again had found what they needed.
      case CLIENT_DECLINED -> hadCome(referral, taken) ? null : Unmet.NONE_FITS;
      default -> null;
    };
  }

  // Only who came can fail to stay, though their coming was kept back.
  private static boolean hadCome(Referral referral, Taken taken) {
    return taken.step() == Step.FAILED || referral.seenBy(Party.REQUESTER).arrivedAt().isPresent();
  }

  private void movePlaces(AgencyId agency, Referral referral, Taken taken) {
    UUID id = referral.id();
    switch (taken.step()) {
      case ATTENDED -> {
        holds.end(id, HoldEnd.ARRIVED);
        holds.outcome(agency, referral.service().id(), true);
      }
      case MISSED -> holds.end(id, HoldEnd.NO_SHOW);
      case WAITLISTED, REJECTED, FAILED, EXPIRED, REROUTED, ENTERED_IN_ERROR ->
          holds.end(id, HoldEnd.RELEASED);
      case RETURNED, TRANSFER_PROPOSED, CANCELLED -> {
        holds.end(id, HoldEnd.RELEASED);
        if (taken.reason() == Reason.DID_NOT_ARRIVE) {
          holds.didNotArrive(id);
        }
        if (turnedAwayAfterAll(referral, taken)) {
          holds.outcome(agency, referral.service().id(), false);
        }
      }
      default -> {}
    }
  }

  /** Keeps a place where the acceptance itself grants one. */
  boolean grantsAtOnce(Person by, Referral referral, Taken taken) {
    return taken.by() == Party.RECEIVER
        && taken.step() == Step.ACCEPTED
        && taken.standing().businessStatus() == BusinessStatus.ACKNOWLEDGED
        && referral.tellsWhatFor(Party.RECEIVER)
        && holds.grantedAtOnce(by, referral.id(), referral.service().id());
  }

  /** An answer that a place is kept keeps one, where who gives it knows of which service. */
  void grantedByAnswer(Person by, Referral referral) {
    if (referral.tellsWhatFor(Party.RECEIVER)) {
      holds.grantedByAnswer(by, referral.id(), referral.service().id());
    }
  }

  private static boolean turnedAwayAfterAll(Referral referral, Taken taken) {
    return taken.by() == Party.RECEIVER
        && taken.reason() == Reason.NO_CAPACITY
        && referral.seenBy(Party.RECEIVER).standing().status() != TaskStatus.IN_PROGRESS
        && referral.seenBy(Party.RECEIVER).steps().stream()
            .anyMatch(step -> step.standing().status() == TaskStatus.ACCEPTED);
  }
}
