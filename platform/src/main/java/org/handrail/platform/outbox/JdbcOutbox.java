package org.handrail.platform.outbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.messaging.EventHeaders;
import org.handrail.platform.messaging.Traces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** The outbox table. */
final class JdbcOutbox implements Outbox {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  private final Traces traces;
  private final CommitNotice notice;

  JdbcOutbox(JdbcClient jdbc, JsonMapper json, Clock clock, Traces traces, CommitNotice notice) {
    this.jdbc = jdbc;
    this.traces = traces;
    this.notice = notice;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void append(AggregateEvent event) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalTransactionStateException("an event belongs to a change's transaction");
    }
    AgencyId agency = event.agency();
    jdbc.sql(
            """
            insert into outbox (event_id, topic, type, aggregate_id, aggregate_version, agency,
              extensions, data, occurred_at)
            values (:id, :topic, :type, :aggregate, :version, :agency, :extensions::jsonb,
              :data::jsonb, :at)
            """)
        .param("id", UUID.randomUUID())
        .param("topic", event.topic())
        .param("type", event.type())
        .param("aggregate", event.aggregateId())
        .param("version", event.aggregateVersion())
        .param("agency", agency == null ? null : agency.value())
        .param("extensions", json.writeValueAsString(extensions(event)))
        .param("data", json.writeValueAsString(event.data()))
        .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    notice.afterThisCommits();
  }

  private Map<String, String> extensions(AggregateEvent event) {
    var extensions = new HashMap<>(event.extensions());
    traces.parent().ifPresent(parent -> extensions.put(EventHeaders.TRACE_PARENT, parent));
    return extensions;
  }
}
