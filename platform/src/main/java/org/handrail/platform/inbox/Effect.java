package org.handrail.platform.inbox;

import java.util.function.Supplier;
import org.handrail.platform.inbox.EventSubscription.Handler;
import org.handrail.platform.messaging.EventHeaders;
import org.handrail.platform.messaging.Traces;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Lets an event take effect: once, in one transaction, as its agency. */
final class Effect {

  /** Whether it took effect now; else it had before, or waits behind others of its key. */
  enum Outcome {
    TAKEN,
    KNOWN,
    BEHIND_PARKED
  }

  private final EventSubscription subscription;
  private final Inbox inbox;
  private final Transactions transactions;
  private final Traces traces;
  private final JsonMapper json;

  Effect(
      EventSubscription subscription,
      Inbox inbox,
      Transactions transactions,
      Traces traces,
      JsonMapper json) {
    this.subscription = subscription;
    this.inbox = inbox;
    this.transactions = transactions;
    this.traces = traces;
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  /** Whether the subscription has something to do with it: also with what is no event at all. */
  boolean concerns(Delivery delivery) {
    var type = delivery.attributes().get(EventHeaders.TYPE);
    return type == null || subscription.handlers().containsKey(type);
  }

  Outcome of(Delivery delivery) {
    var envelope = delivery.envelope();
    return in(
        delivery,
        envelope,
        () ->
            inbox.isParked(subscription.consumer(), delivery)
                ? Outcome.BEHIND_PARKED
                : take(delivery, envelope));
  }

  /** Of the first that waits of a key; false when none does any more. */
  boolean ofParked(Inbox.ParkedKey key, Delivery first) {
    var envelope = first.envelope();
    return in(
        first,
        envelope,
        () -> {
          var parked = inbox.firstParked(subscription.consumer(), key);
          // Somebody else may have had it meanwhile; then the next round finds what is first now.
          parked
              .filter(it -> it.delivery().attributes().equals(first.attributes()))
              .ifPresent(
                  it -> {
                    take(it.delivery(), envelope);
                    inbox.unpark(it);
                  });
          return parked.isPresent();
        });
  }

  private Outcome take(Delivery delivery, Envelope envelope) {
    if (!inbox.take(subscription.consumer(), envelope.id())) {
      return Outcome.KNOWN;
    }
    var handler = subscription.handlers().get(envelope.type());
    if (handler != null) {
      react(handler, envelope, delivery.data());
    }
    return Outcome.TAKEN;
  }

  private <T> void react(Handler<T> handler, Envelope envelope, byte @Nullable [] data) {
    if (data == null) {
      throw new IllegalArgumentException("an event without data");
    }
    handler.reaction().on(envelope, json.readValue(data, handler.data()));
  }

  private <T> T in(Delivery delivery, Envelope envelope, Supplier<T> work) {
    Supplier<T> transaction = () -> transactions.inTransaction(work);
    var agency = envelope.agency();
    return traces.continued(
        subscription.consumer(),
        delivery.attributes(),
        agency == null ? transaction : () -> AgencyScope.as(agency).call(transaction));
  }
}
