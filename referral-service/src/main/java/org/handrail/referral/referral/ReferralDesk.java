package org.handrail.referral.referral;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
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
  private static final Set<Role> REQUESTING =
      Set.of(Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT);

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
    Supplier<Optional<Choices.Chosen>> optionSet = () -> choices.find(draft.optionSetId());
    Optional<Choices.Chosen> found = access.transactions().reading(optionSet);
    access.assignments().require(person, found.map(Choices.Chosen::clientId));
    Choices.Chosen chosen = found.orElseThrow(NotFound::new);
    Boolean wayBack = wayBack(person, chosen, draft.purpose());
    return submission
        .create(
            () -> optionSet.get().orElseThrow(NotFound::new),
            set ->
                drafting.draft(
                    person,
                    set,
                    new DraftingReferral.DraftReferral(
                        draft.purpose(),
                        draft.required(),
                        draft.optional() == null ? List.of() : draft.optional(),
                        draft.urgency() == null ? Urgency.ROUTINE : draft.urgency(),
                        draft.reason()),
                    wayBack))
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

  ReferralView show(Person person, UUID id) {
    return view(person, visible(person, id, null), false);
  }

  /**
   * As {@link #show}, but the way back is asked anew: a consent may have been signed or revoked.
   */
  ReferralView showNow(Person person, UUID id) {
    Referral referral = visible(person, id, null);
    return view(person, referral, referral.partyOf(person.agency()) == Party.REQUESTER);
  }

  private ReferralView view(Person person, Referral referral, boolean askNow) {
    Party party = referral.partyOf(person.agency());
    Referral.Request request = referral.request();
    Boolean wayBack = request == null ? null : request.wayBack();
    if (request != null && askNow) {
      wayBack = wayBackNow(person, referral, request);
    }
    return ReferralView.of(referral, party, wayBack, mayAct(person, party));
  }

  ReferralController.Page list(
      Person person,
      ReferralView.Direction direction,
      @Nullable UUID clientId,
      int limit,
      @Nullable String after) {
    Referrals.Place place = after == null ? null : place(after);
    boolean out = direction == ReferralView.Direction.OUT;
    if (!(out ? person.hasAny(REQUESTING) : person.hasAny(Set.of(Role.INTAKE_COORDINATOR)))) {
      throw Refusal.of(Problems.ROLE_NOT_ALLOWED);
    }
    if (!out && clientId != null) {
      throw Refusal.of(
          Problem.of(Problems.INVALID).detail("Parameter clientId goes with direction=out"));
    }
    if (clientId != null) {
      access.assignments().require(person, clientId);
    }
    List<Referral> found =
        access
            .transactions()
            .reading(
                () ->
                    out
                        ? referrals.out(person, clientId, place, limit + 1)
                        : referrals.in(person.agency(), place, limit + 1));
    List<Referral> items = found.subList(0, Math.min(limit, found.size()));
    Party party = out ? Party.REQUESTER : Party.RECEIVER;
    return new ReferralController.Page(
        items.stream().map(r -> inList(r, party, mayAct(person, party))).toList(),
        found.size() > limit ? cursor(items.getLast(), out) : null);
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

  private Referral visible(Person person, UUID id, @Nullable Party only) {
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

  private static ReferralView inList(Referral referral, Party party, boolean mayAct) {
    Referral.Request request = referral.request();
    return ReferralView.of(referral, party, request == null ? null : request.wayBack(), mayAct);
  }

  private static boolean mayAct(Person person, Party party) {
    return person.hasAny(
        Set.of(party == Party.REQUESTER ? Role.PEER_SPECIALIST : Role.INTAKE_COORDINATOR));
  }

  private @Nullable Boolean wayBack(Person person, Choices.Chosen chosen, Purpose purpose) {
    var receiver = access.transactions().reading(() -> drafting.receiver(chosen, person.agency()));
    return access
        .door()
        .wayBack(
            new WayBack(
                chosen.clientId(),
                receiver,
                purpose.name(),
                new OnBehalfOf(person.subject(), person.agency())));
  }

  private @Nullable Boolean wayBackNow(Person person, Referral referral, Referral.Request request) {
    return access
        .door()
        .wayBack(
            new WayBack(
                request.clientId(),
                referral.receiver(),
                referral.purpose().name(),
                new OnBehalfOf(person.subject(), person.agency())));
  }

  private static String cursor(Referral last, boolean out) {
    Instant at = out || last.deliveredAt() == null ? last.createdAt() : last.deliveredAt();
    byte[] place = (last.id() + at.toString()).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(place);
  }

  private static Referrals.Place place(String cursor) {
    try {
      String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (place.length() > 36) {
        return new Referrals.Place(
            Instant.parse(place.substring(36)), UUID.fromString(place.substring(0, 36)));
      }
      throw new IllegalArgumentException("too short");
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Refusal.of(
          Problem.of(Problems.INVALID).detail("Parameter after is not of an earlier page"));
    }
  }
}
