package org.handrail.client.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Link;
import org.jspecify.annotations.Nullable;

/** A row of the ledger, denials included, as the client and those at their side see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LedgerView(
    UUID id,
    Instant at,
    String outcome,
    @Nullable String code,
    String discloser,
    String disclosedBy,
    String recipient,
    List<String> recipientStandings,
    @Nullable String via,
    String purpose,
    List<String> categories,
    List<String> withheld,
    String description,
    String transport,
    @Nullable UUID referralId,
    @Nullable String step,
    @Nullable UUID inReplyTo,
    @Nullable String matter,
    @Nullable UUID matterId,
    @Nullable String basis,
    @Nullable String noticeVersion,
    @Nullable String redisclosure) {

  // The door's key numbers the steps of a referral, and how often each was asked anew; the numbers
  // would tell of those that are not here.
  private static @Nullable String step(@Nullable String key) {
    return key == null ? null : key.replaceFirst("(-[0-9]+)+$", "");
  }

  static LedgerView of(Link link) {
    var entry = link.entry();
    var released = entry.outcome() instanceof Entry.Outcome.Released one ? one : null;
    return new LedgerView(
        entry.id(),
        entry.decidedAt(),
        released == null ? "denied" : "released",
        entry.outcome() instanceof Entry.Outcome.Denied(var code) ? code : null,
        entry.who().discloser().value(),
        entry.who().person().value(),
        entry.who().recipient().value(),
        entry.who().standings(),
        entry.who().via() == null ? null : entry.who().via().value(),
        entry.what().purpose(),
        entry.what().categories(),
        entry.what().withheld(),
        entry.what().description(),
        entry.what().transport(),
        entry.cause().referral(),
        step(entry.cause().step()),
        entry.cause().inReplyTo(),
        entry.cause().matter() == null ? null : entry.cause().matter().kind(),
        entry.cause().matter() == null ? null : entry.cause().matter().id(),
        released == null ? null : released.basis(),
        released == null ? null : released.notice(),
        released == null ? null : released.redisclosure());
  }
}
