package org.handrail.client.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Link;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.outbox.AggregateEvent;
import org.handrail.platform.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what the door decided, and takes the chain's new head out of the database. */
@Component
class DisclosureEvents {
  private static final String TOPIC = "handrail.client.v1";

  private final Outbox outbox;

  DisclosureEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** For the discloser's side; the client's id only where it is the discloser's own. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Decided(
      UUID disclosureId,
      @Nullable UUID clientId,
      UUID referralId,
      String discloser,
      String recipient,
      @Nullable List<String> categories,
      @Nullable String code) {}

  record Anchored(UUID clientId, long length, String head) {}

  /** What was decided about no referral is told to nobody: only its anchor leaves. */
  void decided(Link link) {
    if (link.entry().cause().referral() != null) {
      told(link);
    }
    anchored(link);
  }

  private void told(Link link) {
    var entry = link.entry();
    var discloser = new AgencyId(entry.who().discloser().value());
    var own = discloser.equals(link.agency()) ? link.client().value() : null;
    switch (entry.outcome()) {
      case Entry.Outcome.Released _ ->
          append(
              "org.handrail.disclosure.released.v1",
              discloser,
              link,
              own,
              entry.what().categories(),
              null);
      case Entry.Outcome.Denied(var code) ->
          append("org.handrail.disclosure.denied.v1", discloser, link, own, null, code);
    }
  }

  private void anchored(Link link) {
    outbox.append(
        new AggregateEvent(
            TOPIC,
            "org.handrail.ledger.anchored.v1",
            link.client(),
            link.position(),
            link.agency(),
            new Anchored(link.client().value(), link.position(), link.hash().hex())));
  }

  private void append(
      String type,
      AgencyId agency,
      Link link,
      @Nullable UUID client,
      @Nullable List<String> categories,
      @Nullable String code) {
    var entry = link.entry();
    outbox.append(
        new AggregateEvent(
            TOPIC,
            type,
            entry.id(),
            1,
            agency,
            new Decided(
                entry.id(),
                client,
                Objects.requireNonNull(entry.cause().referral()),
                entry.who().discloser().value(),
                entry.who().recipient().value(),
                categories,
                code)));
  }
}
