package org.handrail.platform.probe;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.handrail.platform.inbox.EventSubscription;
import org.handrail.platform.scope.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the probe hears of its own notes: each is counted in the database, as the event's agency.
 */
@Configuration(proxyBeanMethods = false)
class Heard {

  static final Set<UUID> UNBEARABLE = ConcurrentHashMap.newKeySet();
  static final Map<UUID, Integer> FAILING_FOR_NOW = new ConcurrentHashMap<>();

  record Noted(UUID noteId) {}

  @Bean
  EventSubscription hearing(JdbcClient jdbc) {
    return EventSubscription.of("hearing", Notes.TOPIC)
        .on(Notes.NOTED, Noted.class, (envelope, it) -> hear(jdbc, envelope.id(), it.noteId()));
  }

  private static void hear(JdbcClient jdbc, UUID event, UUID note) {
    jdbc.sql(
            "insert into heard (agency, note, event) values (current_setting('handrail.agency'), ?,"
                + " ?)")
        .params(note, event)
        .update();
    if (UNBEARABLE.contains(note)) {
      throw new IllegalArgumentException("unbearable");
    }
    if (FAILING_FOR_NOW.merge(note, -1, Integer::sum) >= 0) {
      throw new TransientDataAccessResourceException("not now");
    }
  }

  /** What was heard of a note, by the agency that is asked as. */
  static List<UUID> of(UUID note, Transactions transactions, JdbcClient jdbc) {
    return transactions.reading(
        () ->
            jdbc.sql("select event from heard where note = ? order by position")
                .param(note)
                .query((row, number) -> row.getObject("event", UUID.class))
                .list());
  }
}
