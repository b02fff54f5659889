package org.handrail.client.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.consent.Category;
import org.handrail.client.consent.ReleaseRequest;
import org.handrail.client.ledger.ChainHead;
import org.handrail.client.ledger.Entry;
import org.handrail.client.party.Party;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * One decision in the making: what is asked, by whom, on which occasion, at what time.
 *
 * @param head of the client's chain, locked
 * @param now taken under the lock
 */
record Occasion(
    ChainHead head,
    Instant now,
    ReleaseRequest asked,
    Party recipient,
    SubjectId person,
    Entry.Cause cause) {

  private static final String TRANSPORT = "handrail";
  private static final String FILE = "file";

  Set<Category> all() {
    var all = new HashSet<>(asked.required());
    all.addAll(asked.optional());
    return all;
  }

  /** The ledger's entry for this outcome. */
  Entry entry(Entry.Outcome outcome, Set<Category> released, @Nullable PartyId via) {
    var withheld = new HashSet<>(all());
    withheld.removeAll(released);
    var standings = new ArrayList<String>();
    recipient.standings().forEach(standing -> standings.add(standing.code()));
    return new Entry(
        UUID.randomUUID(),
        now,
        new Entry.Who(asked.discloser(), person, asked.recipient(), standings, via),
        new Entry.What(
            asked.purpose().code(),
            codes(released),
            codes(withheld),
            description(released),
            cause.matter() == null ? TRANSPORT : FILE),
        cause,
        outcome);
  }

  private static String description(Set<Category> released) {
    return released.isEmpty() ? "nothing" : String.join(", ", codes(released));
  }

  private static List<String> codes(Set<Category> categories) {
    return categories.stream().map(Category::code).sorted().toList();
  }
}
