package org.handrail.referral.handoff;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.PagePlace;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.Versions;
import org.handrail.referral.referral.OwnReferrals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets the client and their assigned people at a handoff. For anybody else there is none. */
@Component
class HandoffDesk {
  private final Handoffs handoffs;
  private final LockingHandoffs locking;
  private final ShowingHandoffs showing;
  private final OwnReferrals referrals;
  private final Assignments assignments;
  private final Transactions transactions;

  HandoffDesk(
      Handoffs handoffs,
      LockingHandoffs locking,
      ShowingHandoffs showing,
      OwnReferrals referrals,
      Assignments assignments,
      Transactions transactions) {
    this.handoffs = handoffs;
    this.locking = locking;
    this.showing = showing;
    this.referrals = referrals;
    this.assignments = assignments;
    this.transactions = transactions;
  }

  HandoffView open(
      Person person,
      UUID referralId,
      @Nullable UUID earlier,
      Submission submission,
      Function<OwnReferrals.Own, UUID> opening) {
    assignments.require(
        person,
        transactions.reading(() -> referrals.find(referralId).map(OwnReferrals.Own::clientId)));
    return show(person, submission.create(() -> holdBoth(referralId, earlier), opening).id());
  }

  /** Also the one that the person comes from: nobody hands them over the other way meanwhile. */
  private OwnReferrals.Own holdBoth(UUID referralId, @Nullable UUID earlier) {
    Stream.of(Optional.of(referralId), Optional.ofNullable(earlier))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(UUID::toString))
        .forEach(referrals::hold);
    return referrals.find(referralId).orElseThrow(NotFound::new);
  }

  /** Changes a handoff that the person saw in that version. */
  HandoffView change(
      Person person, UUID id, Submission submission, long version, Function<Handoff, UUID> change) {
    recorder(person, id);
    submission.change(
        () -> hold(id),
        handoff -> {
          Versions.require(version, handoff.version());
          return change.apply(handoff);
        });
    return show(person, id);
  }

  Handoff hold(UUID id) {
    return locking.lock(id).orElseThrow(NotFound::new);
  }

  /** As whom the person writes down what the client of that handoff did. */
  Recorder recorder(Person person, UUID id) {
    return Recorder.of(person, assignments.require(person, clientOf(id)));
  }

  HandoffView show(Person person, UUID id) {
    assignments.require(person, clientOf(id));
    return transactions.reading(() -> showing.show(id)).orElseThrow(NotFound::new);
  }

  List<HandoffView> of(Person person, UUID clientId, @Nullable PagePlace after, int limit) {
    assignments.require(person, clientId);
    return transactions.reading(() -> showing.of(person, clientId, after, limit));
  }

  private Optional<UUID> clientOf(UUID id) {
    return transactions.reading(() -> handoffs.clientOf(id));
  }
}
