package org.handrail.notification.stream;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.handrail.notification.notification.Notifications;
import org.handrail.platform.caller.AgencyId;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears from the database which agency has news, at each commit of any instance, and wakes this
 * instance's streams. While it hears nothing they look by themselves at every heartbeat.
 */
@Component
class Listening implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
  private static final int SIGN_OF_LIFE_MILLIS = 5_000;
  private static final int VALID_SECONDS = 2;

  private final HikariDataSource database;
  private final OpenStreams streams;
  private volatile CountDownLatch stopped = new CountDownLatch(0);

  Listening(HikariDataSource database, OpenStreams streams) {
    this.database = database;
    this.streams = streams;
  }

  @Override
  public void start() {
    var until = new CountDownLatch(1);
    stopped = until;
    Thread.ofVirtual().name("listening").start(() -> listen(until));
  }

  @Override
  public void stop() {
    stopped.countDown();
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }

  private void listen(CountDownLatch until) {
    try {
      do {
        try (var connection = connect()) {
          hear(connection, until);
        } catch (SQLException | RuntimeException e) {
          LOG.warn("hears no news, tries again: {}", e.toString());
        }
      } while (!until.await(1, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Connection connect() throws SQLException {
    // Not of the pool: it is held for good.
    var properties = new Properties();
    properties.putAll(database.getDataSourceProperties());
    properties.setProperty("user", database.getUsername());
    properties.setProperty("password", database.getPassword());
    return DriverManager.getConnection(database.getJdbcUrl(), properties);
  }

  private void hear(Connection connection, CountDownLatch until) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + Notifications.CHANNEL);
    }
    // Whatever was committed before anybody listened.
    streams.wakeAll();
    var channel = connection.unwrap(PGConnection.class);
    while (until.getCount() > 0) {
      var heard = channel.getNotifications(SIGN_OF_LIFE_MILLIS);
      if (heard.length == 0 && !connection.isValid(VALID_SECONDS)) {
        throw new SQLException("the connection is dead", "08006");
      }
      for (var news : heard) {
        streams.wake(new AgencyId(news.getParameter()));
      }
    }
  }
}
