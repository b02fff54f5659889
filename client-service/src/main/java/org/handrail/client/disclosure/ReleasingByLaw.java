package org.handrail.client.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.client.Client;
import org.handrail.client.consent.Category;
import org.handrail.client.consent.Purpose;
import org.handrail.client.consent.Redisclosure;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.ledger.Link;
import org.handrail.client.party.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door for what the law allows without consent: ledger's row, package and notice in the
 * transaction of the matter that it is for. Who asks has judged whether the law allows it.
 */
@Component
public class ReleasingByLaw {
  private final Ledger ledger;
  private final Packages packages;
  private final DisclosureEvents events;

  ReleasingByLaw(Ledger ledger, Packages packages, DisclosureEvents events) {
    this.ledger = ledger;
    this.packages = packages;
    this.events = events;
  }

  /** A denial is a row as well. Gives the disclosure's id. */
  public UUID deny(ByLaw asked, String code) {
    return append(asked, List.of(), asked.categories(), new Entry.Outcome.Denied(code))
        .entry()
        .id();
  }

  /**
   * @param citation the section of the law
   * @param content by category: exactly the categories that were asked
   * @param readableUntil from when on nobody reads it any more
   * @return the disclosure's id
   */
  public UUID release(
      ByLaw asked, String citation, Map<String, Object> content, @Nullable Instant readableUntil) {
    if (!content.keySet().equals(Set.copyOf(asked.categories()))) {
      throw new IllegalArgumentException("what goes is what was asked");
    }
    var sealed =
        packages.seal(
            ReleasedPackage.of(
                content, scope(asked, citation, readableUntil), Redisclosure.CONSENT_ONLY));
    var outcome =
        new Entry.Outcome.Released(
            citation, Notice.CURRENT.version(), Redisclosure.CONSENT_ONLY.code(), sealed.hash());
    var link = append(asked, asked.categories(), List.of(), outcome);
    packages.add(link, sealed, asked.categories(), readableUntil);
    return link.entry().id();
  }

  /** The same with what the record itself holds: {@code contact} and {@code demographics} only. */
  public UUID releaseFromRecord(ByLaw asked, String citation, Client client) {
    var categories =
        asked.categories().stream().map(code -> Category.of(code).orElseThrow()).toList();
    return release(asked, citation, Packing.pack(categories, client, Content.NONE), null);
  }

  private static Scope scope(ByLaw asked, String citation, @Nullable Instant readableUntil) {
    return new Scope(
        Purpose.of(asked.purpose()).map(List::of).orElse(List.of()),
        asked.categories().stream().flatMap(code -> Category.of(code).stream()).toList(),
        readableUntil == null ? "none" : readableUntil.toString(),
        "%s, under %s".formatted(asked.recipient().id(), citation));
  }

  private Link append(
      ByLaw asked, List<String> released, List<String> withheld, Entry.Outcome outcome) {
    var head = asked.head();
    var standings = asked.recipient().standings().stream().map(one -> one.code()).toList();
    var link =
        ledger.append(
            head,
            new Entry(
                UUID.randomUUID(),
                asked.now(),
                new Entry.Who(
                    new PartyId(head.agency().value()),
                    asked.person(),
                    asked.recipient().id(),
                    standings,
                    null),
                new Entry.What(
                    asked.purpose(),
                    released,
                    withheld,
                    released.isEmpty() ? "nothing" : String.join(", ", released),
                    asked.transport()),
                Entry.Cause.of(asked.matter()),
                outcome));
    events.decided(link);
    return link;
  }
}
