package org.handrail.client.disclosure;

import static org.handrail.platform.caller.Role.SVC_REFERRAL;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.consent.Category;
import org.handrail.client.consent.ClientsWill;
import org.handrail.client.consent.ClientsWills;
import org.handrail.client.consent.Consent;
import org.handrail.client.consent.Expiry;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.ledger.Link;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** On which consent of the client each release stands, as a care team shows it. */
@RestController
@AllowedTo(SVC_REFERRAL)
class ConsentsBehind {
  private final Assigned assigned;
  private final Ledger ledger;
  private final ClientsWills wills;
  private final Transactions transactions;
  private final Clock clock;

  ConsentsBehind(
      Assigned assigned,
      Ledger ledger,
      ClientsWills wills,
      Transactions transactions,
      Clock clock) {
    this.assigned = assigned;
    this.ledger = ledger;
    this.wills = wills;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Those of the asked releases that are the client's and stand on a consent. */
  record AllBehind(List<Behind> items) {}

  /**
   * A release and its consent, as it is now.
   *
   * @param status towards the recipient of the release: {@code revoked} also where it was taken
   *     back from them alone
   * @param expires {@code at} a time, with an {@code event}, or {@code never} by itself
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Behind(
      UUID disclosureId,
      UUID consentId,
      List<Category> categories,
      String status,
      String expires,
      @Nullable Instant until) {}

  @GetMapping("/internal/consents-behind/{clientId}")
  AllBehind behind(
      OnBehalfOf asking,
      @PathVariable UUID clientId,
      @RequestParam @Size(max = 500) List<UUID> disclosure) {
    return AgencyScope.as(asking)
        .call(() -> transactions.reading(() -> look(asking, new ClientId(clientId), disclosure)));
  }

  private AllBehind look(OnBehalfOf asking, ClientId client, List<UUID> disclosures) {
    if (assigned.relation(asking.agency(), asking.subject(), client).isEmpty()) {
      throw new NotFound();
    }
    var will = wills.of(asking.agency(), client);
    return new AllBehind(
        disclosures.stream()
            .map(ledger::find)
            .flatMap(Optional::stream)
            .filter(link -> link.agency().equals(asking.agency()) && link.client().equals(client))
            .flatMap(link -> basis(link, will).stream())
            .toList());
  }

  private Optional<Behind> basis(Link link, ClientsWill will) {
    String basis =
        link.entry().outcome() instanceof Entry.Outcome.Released released ? released.basis() : "";
    return will.consents().stream()
        .filter(consent -> consent.id().toString().equals(basis))
        .findFirst()
        .map(consent -> behind(link.entry(), consent, will));
  }

  private Behind behind(Entry released, Consent consent, ClientsWill will) {
    Expiry expiry = consent.form().expiry();
    return new Behind(
        released.id(),
        consent.id().value(),
        consent.form().categories().stream().sorted().toList(),
        will.statusBetween(
                released.who().discloser(), released.who().recipient(), consent, clock.instant())
            .code(),
        switch (expiry) {
          case Expiry.At _ -> "at";
          case Expiry.OnEvent _ -> "event";
          case Expiry.Never _, Expiry.Unstated _ -> "never";
        },
        expiry instanceof Expiry.At(Instant instant) ? instant : null);
  }
}
