package org.handrail.referral.referral;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.Versions;
import org.handrail.referral.choice.Choices;
import org.handrail.referral.referral.door.WayBack;
import org.handrail.referral.referral.lifecycle.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets people at referrals: the requester's assigned people and the client, the receiver's intake.
 * For anybody else there is none.
 */
@Component
class ReferralDesk {
  static final Set<Role> REQUESTING = Set.of(Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT);

  private final Referrals referrals;
  private final Choices choices;
  private final DraftingReferral drafting;
  private final TakingStep taking;
  private final Access access;

  ReferralDesk(
      Referrals referrals,
      Choices choices,
      DraftingReferral drafting,
      TakingStep taking,
      Access access) {
    this.referrals = referrals;
    this.choices = choices;
    this.drafting = drafting;
    this.taking = taking;
    this.access = access;
  }

  UUID draft(Person person, ReferralController.Draft draft, Submission submission) {
    access
        .assignments()
        .require(
            person,
            access
                .transactions()
                .reading(() -> choices.find(draft.optionSetId()).map(Choices.Chosen::clientId)));
    return submission
        .create(
            () -> choices.find(draft.optionSetId()).orElseThrow(NotFound::new),
            chosen ->
                drafting.draft(
                    person,
                    chosen,
                    new DraftingReferral.DraftReferral(
                        draft.purpose(),
                        draft.required(),
                        draft.optional() == null ? List.of() : draft.optional(),
                        draft.urgency() == null ? Urgency.ROUTINE : draft.urgency(),
                        draft.reason())))
        .id();
  }

  void step(Person person, UUID id, Submission submission, long version, TakingStep.TakeStep step) {
    visible(person, id, Party.REQUESTER);
    take(person, id, Party.REQUESTER, submission, version, step);
  }

  void answer(
      Person person, UUID id, Submission submission, long version, TakingStep.TakeStep step) {
    take(person, id, Party.RECEIVER, submission, version, step);
  }

  /** With the way back as it is now: a consent may have been signed or revoked. */
  ReferralView show(Person person, UUID id) {
    Referral referral = visible(person, id, null);
    Party party = referral.partyOf(person.agency());
    Referral.Request request = referral.request();
    Boolean wayBack = request == null ? null : wayBack(person, referral, request);
    return ReferralView.of(referral, party, wayBack, mayAct(person, party));
  }

  private void take(
      Person person,
      UUID id,
      Party party,
      Submission submission,
      long version,
      TakingStep.TakeStep step) {
    submission.change(
        () ->
            referrals
                .lock(id)
                .filter(r -> r.partyOf(person.agency()) == party)
                .orElseThrow(NotFound::new),
        referral -> {
          Versions.require(version, referral.seenBy(party).version());
          return taking.take(person, referral, step);
        });
  }

  /** Theirs to see, or nothing. */
  Referral visible(Person person, UUID id, @Nullable Party only) {
    Optional<Referral> found =
        access
            .transactions()
            .reading(() -> referrals.find(id))
            .filter(referral -> only == null || referral.partyOf(person.agency()) == only);
    Optional<Referral> received =
        found.filter(referral -> referral.partyOf(person.agency()) == Party.RECEIVER);
    if (received.isPresent() && person.hasAny(Set.of(Role.INTAKE_COORDINATOR))) {
      return received.get();
    }
    if (!person.hasAny(REQUESTING)) {
      throw new NotFound();
    }
    access.assignments().require(person, found.flatMap(ReferralDesk::client));
    return found.orElseThrow(NotFound::new);
  }

  /** Known on the requester's side alone. */
  private static Optional<UUID> client(Referral referral) {
    return Optional.ofNullable(referral.request()).map(Referral.Request::clientId);
  }

  static boolean mayAct(Person person, Party party) {
    return person.hasAny(
        Set.of(party == Party.REQUESTER ? Role.PEER_SPECIALIST : Role.INTAKE_COORDINATOR));
  }

  private @Nullable Boolean wayBack(Person person, Referral referral, Referral.Request request) {
    return access
        .door()
        .wayBack(
            new WayBack(
                request.clientId(),
                referral.receiver(),
                referral.purpose().name(),
                new OnBehalfOf(person.subject(), person.agency())));
  }
}
