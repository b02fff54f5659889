package org.handrail.client.disclosure;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.client.client.Clients;
import org.handrail.client.consent.Category;
import org.handrail.client.consent.DenialCode;
import org.handrail.client.consent.Judgement;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.ledger.Link;
import org.handrail.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries a judgement out: the ledger's row, the package if there is one, the events. */
@Component
class Releasing {
  private final Clients clients;
  private final Ledger ledger;
  private final Packages packages;
  private final PackingForCommunity community;
  private final DisclosureEvents events;

  Releasing(
      Clients clients,
      Ledger ledger,
      Packages packages,
      PackingForCommunity community,
      DisclosureEvents events) {
    this.clients = clients;
    this.ledger = ledger;
    this.packages = packages;
    this.community = community;
    this.events = events;
  }

  Link deny(Occasion occasion, DenialCode code) {
    return append(occasion, occasion.entry(new Entry.Outcome.Denied(code.code()), Set.of(), null));
  }

  /**
   * @param canBeBuilt the asked categories for which there is something to release
   */
  Link release(
      Occasion occasion, Judgement.Permit permit, Stream<Category> canBeBuilt, Content content) {
    var released =
        canBeBuilt
            .filter(category -> !permit.withheld().contains(category))
            .collect(Collectors.toSet());
    var head = occasion.head();
    var client = clients.find(head.agency(), head.client()).orElseThrow(NotFound::new);
    var form = permit.consent().form();
    var pack =
        occasion.recipient().isCommunityResource()
            ? community.pack(released, client, content, occasion.asked(), form)
            : ReleasedPackage.of(
                Packing.pack(released, client, content), Scope.of(form), permit.redisclosure());
    return release(occasion, permit, pack, released, null);
  }

  /**
   * @param readableUntil from when on nobody reads it any more
   */
  Link release(
      Occasion occasion,
      Judgement.Permit permit,
      ReleasedPackage pack,
      Set<Category> released,
      @Nullable Instant readableUntil) {
    var sealed = packages.seal(pack);
    var outcome =
        new Entry.Outcome.Released(
            permit.consent().id().toString(),
            pack.notice().version(),
            pack.redisclosure(),
            sealed.hash());
    var link = append(occasion, occasion.entry(outcome, released, permit.via()));
    packages.add(
        link,
        sealed,
        occasion.asked().required().stream().map(Category::code).toList(),
        readableUntil);
    return link;
  }

  private Link append(Occasion occasion, Entry entry) {
    var link = ledger.append(occasion.head(), entry);
    events.decided(link);
    return link;
  }
}
