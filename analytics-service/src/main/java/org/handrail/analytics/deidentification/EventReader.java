package org.handrail.analytics.deidentification;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the services tell each other and passes on what is told of clients, without anything
 * that stood around it.
 *
 * <p>What cannot be read is passed over, counted, and its place in the topic (which keeps it) is
 * logged.
 */
final class EventReader extends ContextualProcessor<byte[], byte[], String, Told> {

  private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);

  private final Runnable unreadable;

  EventReader(Runnable unreadable) {
    this.unreadable = unreadable;
  }

  @Override
  public void process(Record<byte[], byte[]> event) {
    try {
      EventReading.read(event.headers(), event.value())
          .ifPresent(
              told ->
                  context()
                      .forward(
                          new Record<>(
                              told.client().toString(),
                              told,
                              event.timestamp(),
                              new RecordHeaders())));
    } catch (Unreadable because) {
      unreadable.run();
      context()
          .recordMetadata()
          .ifPresent(
              at ->
                  LOG.warn(
                      "event {}-{}@{} tells nothing: {}",
                      at.topic(),
                      at.partition(),
                      at.offset(),
                      because.getMessage()));
    }
  }
}
