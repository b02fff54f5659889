package org.handrail.platform.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.PGConnection;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outbox as a relay sees it, over one connection. The lead is a lock of that connection: who
 * lost the one lost the other, and can neither read nor take away anything any more.
 */
final class WaitingEvents implements AutoCloseable {

  /** On this channel writers say that something was committed. */
  static final String CHANNEL = "outbox";

  private static final long LEAD = 0x6f7574626f78L;
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Connection connection;

  private WaitingEvents(Connection connection) {
    this.connection = connection;
  }

  static WaitingEvents connect(RelaySettings settings) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty(
        "ApplicationName", settings.service() + " relay " + ProcessHandle.current().pid());
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "30");
    properties.setProperty("tcpKeepAlive", "true");
    // A leader that was stopped keeps its connection; the server must end it to free the lead.
    var lease = settings.lease().toMillis();
    properties.setProperty(
        "options",
        "-c idle_session_timeout=%1$d -c idle_in_transaction_session_timeout=%1$d -c tcp_user_timeout=%1$d"
                .formatted(lease)
            // The index on position is in order; without statistics a sort of everything looks
            // fine.
            + " -c enable_sort=off");
    return new WaitingEvents(DriverManager.getConnection(settings.url(), properties));
  }

  /** Takes the lead if nobody has it, and then hears of commits. */
  boolean tryLead() throws SQLException {
    try (var statement = connection.createStatement()) {
      try (var rows = statement.executeQuery("select pg_try_advisory_lock(%d)".formatted(LEAD))) {
        rows.next();
        if (!rows.getBoolean(1)) {
          return false;
        }
      }
      statement.execute("listen " + CHANNEL);
      return true;
    }
  }

  /** The first ones in their order, without those that are parked or stand behind one that is. */
  List<OutboxRow> next(int limit) throws SQLException {
    var query =
        """
        select position, event_id, topic, type, aggregate_id, aggregate_version, agency,
          extensions::text as extensions, data::text as data, occurred_at
        from outbox waiting
        where not exists (
          select from outbox parked
          where parked.parked_at is not null and parked.topic = waiting.topic
            and parked.aggregate_id = waiting.aggregate_id
            and parked.position <= waiting.position)
        order by position
        limit ?
        """;
    try (var statement = connection.prepareStatement(query)) {
      statement.setInt(1, limit);
      try (var rows = statement.executeQuery()) {
        var batch = new ArrayList<OutboxRow>();
        while (rows.next()) {
          batch.add(row(rows));
        }
        return batch;
      }
    }
  }

  private static OutboxRow row(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getLong("position"),
        row.getObject("event_id", UUID.class),
        row.getString("topic"),
        row.getString("type"),
        row.getString("aggregate_id"),
        row.getLong("aggregate_version"),
        row.getString("agency"),
        JSON.readValue(row.getString("extensions"), TEXTS),
        row.getString("data"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant());
  }

  /** Takes away what Kafka has. Exactly these: others with lower positions may commit later. */
  void sent(List<OutboxRow> rows) throws SQLException {
    var positions = rows.stream().map(OutboxRow::position).toArray();
    try (var statement =
        connection.prepareStatement("delete from outbox where position = any (?)")) {
      statement.setArray(1, connection.createArrayOf("bigint", positions));
      statement.executeUpdate();
    }
  }

  /** Sets one aside that cannot be sent; all others of its key stay behind it. */
  void park(OutboxRow row, String because) throws SQLException {
    var update = "update outbox set parked_at = now(), parked_because = ? where position = ?";
    try (var statement = connection.prepareStatement(update)) {
      statement.setString(1, because);
      statement.setLong(2, row.position());
      statement.executeUpdate();
    }
  }

  /** What waits, and since when. */
  record Backlog(long unsent, double oldestSeconds, long parked) {}

  Backlog backlog() throws SQLException {
    var query =
        """
        select count(*), coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0),
          count(parked_at)
        from outbox
        """;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return new Backlog(rows.getLong(1), Math.max(0, rows.getDouble(2)), rows.getLong(3));
    }
  }

  /** Returns when something was committed, or after that time. */
  void await(Duration time) throws SQLException {
    connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(time.toMillis()));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
