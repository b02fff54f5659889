package org.handrail.client.disclosure;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.access.Looks;
import org.handrail.client.client.Assigned;
import org.handrail.client.consent.Judgement;
import org.handrail.client.consent.ReleaseRequest;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.ledger.Link;
import org.handrail.client.ledger.Whose;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/**
 * Hands a package to either side. What its recipient has not fetched yet is judged again first: a
 * client who revoked meanwhile is obeyed, and the recipient gets the answer of a stranger.
 */
@Component
class Fetching {
  private final Ledger ledger;
  private final Packages packages;
  private final Assigned assigned;
  private final Looks looks;
  private final JudgingAgain judgingAgain;
  private final Transactions transactions;

  Fetching(
      Ledger ledger,
      Packages packages,
      Assigned assigned,
      Looks looks,
      JudgingAgain judgingAgain,
      Transactions transactions) {
    this.ledger = ledger;
    this.packages = packages;
    this.assigned = assigned;
    this.looks = looks;
    this.judgingAgain = judgingAgain;
    this.transactions = transactions;
  }

  private record Found(Link link, Packages.Kept kept) {
    boolean mustBeJudgedAgain(Person reader) {
      return kept.fetchedAt() == null
          && link.entry().cause().matter() == null
          && link.entry().who().recipient().value().equals(reader.agency().value());
    }
  }

  PackageView fetch(Person person, UUID id) {
    var found = transactions.reading(() -> find(person, id)).orElseThrow(NotFound::new);
    if (found.mustBeJudgedAgain(person)) {
      var link = found.link();
      var permitted =
          AgencyScope.as(link.agency(), person.subject())
              .call(() -> transactions.inTransaction(() -> judgingAgain.permits(link)));
      if (!permitted) {
        throw new NotFound();
      }
    }
    return PackageView.of(found.link(), found.kept().released());
  }

  private Optional<Found> find(Person person, UUID id) {
    var whose = ledger.whose(id).orElseGet(() -> Whose.nobodys(person.agency()));
    var reads = mayRead(person, whose);
    var passesOn = whose.withoutConsent().filter(person.subject()::equals).isPresent();
    if (passesOn && !reads && whose.keeper().equals(person.agency())) {
      looks.noticed(person, whose.client().value(), Looks.IN_EMERGENCY);
    }
    return reads || passesOn
        ? ledger
            .find(id)
            .filter(link -> link.entry().isRelease())
            .filter(link -> passesOn || isShown(link, person))
            .flatMap(link -> packages.find(id).map(kept -> new Found(link, kept)))
        : Optional.empty();
  }

  // Of the agency that keeps the record only those at the client's side; of the other one those who
  // work its intake, and its privacy officer.
  private boolean mayRead(Person person, Whose whose) {
    var atTheirSide = assigned.maySeeDisclosures(person, whose.client());
    return whose.keeper().equals(person.agency())
        ? atTheirSide
        : person.is(Role.INTAKE_COORDINATOR) || person.is(Role.PRIVACY_OFFICER);
  }

  private static boolean isShown(Link link, Person person) {
    return !link.agency().equals(person.agency())
        || link.entry().isShownToTheClient()
        || !person.is(Role.CLIENT);
  }

  /** The second judgement, in a transaction as the agency that keeps the record. */
  @Component
  static class JudgingAgain {
    private final Ledger ledger;
    private final Judging judging;
    private final Releasing releasing;
    private final Packages packages;

    // A page that asks again and again is one attempt in a client's ledger.
    private static final Duration ONE_LOOK = Duration.ofHours(1);

    JudgingAgain(Ledger ledger, Judging judging, Releasing releasing, Packages packages) {
      this.ledger = ledger;
      this.judging = judging;
      this.releasing = releasing;
      this.packages = packages;
    }

    boolean permits(Link link) {
      var head = ledger.lock(link.agency(), link.client());
      var entry = link.entry();
      var judged =
          judging.judge(
              head,
              ReleaseRequest.sameAsOnce(link),
              entry.who().person(),
              new Entry.Cause(Objects.requireNonNull(entry.cause().referral()), null, entry.id()));
      return switch (judged.judgement()) {
        case Judgement.Permit _ -> {
          packages.fetched(entry.id(), judged.occasion().now());
          yield true;
        }
        case Judgement.Deny(var code) -> {
          var now = judged.occasion().now();
          if (!ledger.isTakenBackSince(link, now.minus(ONE_LOOK))) {
            releasing.deny(judged.occasion(), code);
          }
          yield false;
        }
      };
    }
  }
}
