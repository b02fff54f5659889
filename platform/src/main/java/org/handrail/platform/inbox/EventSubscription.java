package org.handrail.platform.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a service does with events of others; a bean for each consumer.
 *
 * <p>Each delivery runs in one transaction with its inbox row, as the event's agency, and takes
 * effect once. Data is read leniently: declare only the fields that you use. What cannot be read or
 * handled is parked together with all later events of its key, and the other keys go on; what fails
 * because something is down is tried until it works.
 *
 * @param consumer unique in its service; the Kafka group is {@code <service>.<consumer>}
 */
public record EventSubscription(
    String consumer, List<String> topics, Map<String, Handler<?>> handlers) {

  /** Handles events of one type, inside the transaction. */
  @FunctionalInterface
  public interface Reaction<T> {
    void on(Envelope envelope, T data);
  }

  record Handler<T>(Class<T> data, Reaction<T> reaction) {}

  public EventSubscription {
    topics = List.copyOf(topics);
    handlers = Map.copyOf(handlers);
  }

  public static EventSubscription of(String consumer, String... topics) {
    return new EventSubscription(consumer, List.of(topics), Map.of());
  }

  /** This one, which also reacts to events of that type; other types are passed over. */
  public <T> EventSubscription on(String type, Class<T> data, Reaction<T> reaction) {
    var more = new LinkedHashMap<>(handlers);
    more.put(type, new Handler<>(data, reaction));
    return new EventSubscription(consumer, topics, more);
  }
}
