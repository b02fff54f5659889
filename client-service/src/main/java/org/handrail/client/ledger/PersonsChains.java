package org.handrail.client.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.Merges;
import org.handrail.platform.caller.AgencyId;
import org.springframework.stereotype.Component;

/**
 * The chains of all records of a person. What a client says of one record holds for all of them:
 * whoever writes it down holds them all, so that nothing is disclosed of any meanwhile.
 */
@Component
public class PersonsChains {
  private final Merges merges;
  private final Ledger ledger;

  PersonsChains(Merges merges, Ledger ledger) {
    this.merges = merges;
    this.ledger = ledger;
  }

  /**
   * The locked ends of the chains.
   *
   * @param head of the record that was asked for
   * @param others of the person's other records
   */
  public record Held(ChainHead head, List<ChainHead> others) {

    /** The time of a decision for all of them, before none of their last ones. */
    public Instant now(Clock clock) {
      return others.stream()
          .map(other -> other.now(clock))
          .reduce(head.now(clock), (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  /** Waits for the locks, and keeps them until the transaction's end. The client must exist. */
  public Held lock(AgencyId agency, ClientId client) {
    // In one order whichever record is asked for, so that nobody waits for each other.
    var heads =
        merges.recordsOfPerson(agency, client).stream()
            .map(record -> ledger.lock(agency, record))
            .toList();
    return new Held(
        heads.stream().filter(one -> one.client().equals(client)).findFirst().orElseThrow(),
        heads.stream().filter(one -> !one.client().equals(client)).toList());
  }

  /** Remembers on each when something was decided that is no disclosure. */
  public void decided(Held held, Instant at) {
    ledger.decided(held.head(), at);
    held.others().forEach(other -> ledger.decided(other, at));
  }
}
