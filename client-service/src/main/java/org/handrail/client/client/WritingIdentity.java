package org.handrail.client.client;

import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.platform.act.RecordedAct;
import org.springframework.stereotype.Component;

/**
 * Writes down what somebody's papers say of them, or puts it right, and keeps what stood before.
 */
@Component
public class WritingIdentity {
  private final Clients clients;
  private final AccountChanges changes;
  private final IdentitiesBefore before;
  private final ClientEvents events;

  WritingIdentity(
      Clients clients, AccountChanges changes, IdentitiesBefore before, ClientEvents events) {
    this.clients = clients;
    this.changes = changes;
    this.before = before;
    this.events = events;
  }

  /** What came of it. */
  public enum Outcome {
    NOTHING_NEW,
    /** Of the date of birth nothing else was known until now. */
    WRITTEN,
    ANOTHER_DATE_OF_BIRTH
  }

  /**
   * Of a client who is locked, and whose age nobody judges by meanwhile.
   *
   * @param said what is left out stays as it is
   */
  public Outcome write(Reached of, Identity said, RecordedAct act) {
    var stood = Identity.of(of.client().account());
    var stands = stood.saying(said);
    var fields = stood.changesTo(stands);
    if (fields.isEmpty()) {
      return Outcome.NOTHING_NEW;
    }
    changes
        .lastSaid(of.agency(), of.id(), fields)
        .ifPresent(
            last -> act.notBefore(last, "before-change", "What stands there was said after that."));
    clients.saveIdentity(of.client().touched(), of.agency(), stands);
    before.add(of.agency(), changes.add(of.agency(), of.id(), fields, act), stood);
    if (stands.isWhole()) {
      events.link(of.agency(), of.id(), stands, act.recordedAt());
    }
    return fields.contains(Identity.DATE_OF_BIRTH) && stood.dateOfBirth() != null
        ? Outcome.ANOTHER_DATE_OF_BIRTH
        : Outcome.WRITTEN;
  }
}
