package org.handrail.client.disclosure;

import java.time.Instant;
import java.util.List;
import org.handrail.client.ledger.ChainHead;
import org.handrail.client.ledger.Entry;
import org.handrail.client.party.Party;
import org.handrail.platform.caller.SubjectId;

/**
 * A disclosure that no consent is asked for, as it comes to the door.
 *
 * @param head of the client's chain, locked
 * @param now taken under the lock
 * @param person who acts on the discloser's side
 * @param matter the record that was written first
 * @param purpose such as {@code TREAT}, or a code of the matter
 * @param categories what is to go
 * @param transport how it reaches the recipient
 */
public record ByLaw(
    ChainHead head,
    Instant now,
    Party recipient,
    SubjectId person,
    Entry.Matter matter,
    String purpose,
    List<String> categories,
    String transport) {
  public ByLaw {
    categories = List.copyOf(categories);
  }
}
