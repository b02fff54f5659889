package org.handrail.client.disclosure;

import static org.handrail.client.Forms.referral;
import static org.handrail.platform.caller.Role.SVC_REFERRAL;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.handrail.client.ClientServiceApplication;
import org.handrail.platform.fixtures.Bench;
import org.handrail.platform.fixtures.PostgresFixture;
import org.handrail.platform.fixtures.Surroundings;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.Transactions;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast the door is, over HTTP with everything that it does, and how fast the same database runs
 * the very statements that it runs, bare over JDBC with as many connections: {@code ./handrail
 * bench door}.
 *
 * <p>1,000 clients with 20 consents each. Blocks of both take turns; the figures are medians of the
 * blocks, the ratio that of the pairs.
 */
final class DoorBench {
  private static final int AT_ONCE = 8;
  private static final int BLOCK = 2000;
  private static final int ROUNDS = 5;
  // Until the ratio stands still: the door runs much more code than the bare statements do, and the
  // compiler has to share the processors with it.
  private static final int LEAST_WARM_UP = 16;
  private static final int MOST_WARM_UP = 40;
  private static final double STANDS_STILL = 1.03;
  private static final RecordedTransactions RECORDED = new RecordedTransactions();

  private final Caller referralService;
  private final List<UUID> recorded;
  private final List<UUID> measured;

  private DoorBench(ConfigurableApplicationContext service) {
    var port = service.getEnvironment().getRequiredProperty("local.server.port");
    referralService =
        new Caller(
            URI.create("http://127.0.0.1:" + port + "/api/disclosures"),
            TokenIssuer.shared()
                .service("referral-service")
                .calling("client-service")
                .as(SVC_REFERRAL));
    var clients =
        new BenchedCoalition(service.getBean(JdbcClient.class), service.getBean(Transactions.class))
            .clients();
    recorded = clients.subList(0, clients.size() / 2);
    measured = clients.subList(clients.size() / 2, clients.size());
  }

  /** Lets the statements be heard. */
  @Configuration(proxyBeanMethods = false)
  static class Listening {
    @Bean
    static BeanPostProcessor listener() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource plain && name.equals("dataSource")
              ? RECORDED.listenTo(plain)
              : bean;
        }
      };
    }
  }

  public static void main(String[] arguments) {
    Bench.run(DoorBench::begin);
  }

  private static void begin() throws Exception {
    try (var service =
        new SpringApplicationBuilder(ClientServiceApplication.class, Listening.class)
            .initializers(new Surroundings())
            .run("--server.port=0", "--logging.level.root=warn")) {
      new DoorBench(service).run();
    }
  }

  private void run() throws Exception {
    BenchedCoalition.forget(recorded);
    var transactions = RECORDED.during(() -> ask(recorded));
    if (transactions.size() < BLOCK) {
      throw new IllegalStateException(
          "only %d transactions of %d were heard".formatted(transactions.size(), BLOCK));
    }
    var door = new double[ROUNDS];
    var bare = new double[ROUNDS];
    var ratios = new double[ROUNDS];
    var waits = new ArrayList<Long>();
    warmUp(transactions);
    for (int round = 0; round < ROUNDS; round++) {
      var both = both(transactions);
      door[round] = BLOCK / both.asked().seconds();
      bare[round] = BLOCK / both.sql();
      ratios[round] = both.ratio();
      waits.addAll(both.asked().nanos());
    }
    waits.sort(null);
    figure("rate", median(door), "disclosures/s");
    figure("p50", waits.get(waits.size() / 2) / 1e6, "ms");
    figure("p99", waits.get(waits.size() * 99 / 100) / 1e6, "ms");
    figure("sql_rate", median(bare), "disclosures/s");
    figure("ratio_to_sql", median(ratios), "");
  }

  private void warmUp(List<List<RecordedTransactions.Statement>> transactions) throws Exception {
    var ratios = new ArrayList<Double>();
    while (ratios.size() < LEAST_WARM_UP
        || (ratios.size() < MOST_WARM_UP && rises(ratios.reversed()))) {
      ratios.add(both(transactions).ratio());
    }
  }

  private static boolean rises(List<Double> newestFirst) {
    return median(newestFirst, 0) > median(newestFirst, ROUNDS) * STANDS_STILL;
  }

  private static double median(List<Double> values, int from) {
    return median(
        values.subList(from, from + ROUNDS).stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * A block of each.
   *
   * @param sql seconds for the bare statements
   */
  private record Both(Asked asked, double sql) {
    double ratio() {
      return sql / asked.seconds();
    }
  }

  private Both both(List<List<RecordedTransactions.Statement>> transactions) throws Exception {
    BenchedCoalition.forget(recorded);
    var sql = replay(transactions);
    BenchedCoalition.forget(measured);
    var both = new Both(ask(measured), sql);
    System.err.printf("%.0f of %.0f%n", BLOCK / both.asked().seconds(), BLOCK / sql);
    return both;
  }

  /** How long a block took, and each of its questions. */
  private record Asked(double seconds, List<Long> nanos) {}

  private Asked ask(List<UUID> clients) {
    var questions =
        IntStream.range(0, BLOCK)
            .mapToObj(i -> clients.get(i % clients.size()))
            .map(client -> referral(client, UUID.randomUUID(), "sending-1"))
            .map(Caller::written)
            .toList();
    var nanos = new ConcurrentLinkedQueue<Long>();
    var next = new AtomicInteger();
    var began = System.nanoTime();
    together(
        () -> {
          for (int i = next.getAndIncrement(); i < BLOCK; i = next.getAndIncrement()) {
            var asked = System.nanoTime();
            var answer = referralService.post(questions.get(i));
            nanos.add(System.nanoTime() - asked);
            if (!answer.contains("\"outcome\":\"released\"")) {
              throw new IllegalStateException("the door denied what the consent covers");
            }
          }
        });
    return new Asked((System.nanoTime() - began) / 1e9, List.copyOf(nanos));
  }

  /** Seconds for all of them, by as many connections as the door has callers. */
  private static double replay(List<List<RecordedTransactions.Statement>> transactions)
      throws SQLException {
    var waiting = new ConcurrentLinkedQueue<>(transactions);
    var connections = new ConcurrentLinkedQueue<Connection>();
    for (int i = 0; i < AT_ONCE; i++) {
      connections.add(connect());
    }
    var began = System.nanoTime();
    together(
        () -> {
          try (var connection = connections.remove()) {
            for (var all = waiting.poll(); all != null; all = waiting.poll()) {
              for (var statement : all) {
                statement.run(connection);
              }
              connection.commit();
            }
          }
        });
    return (System.nanoTime() - began) / 1e9;
  }

  private static Connection connect() throws SQLException {
    var database = PostgresFixture.database("client");
    var connection =
        DriverManager.getConnection(database.url(), "client_app", database.passwords().app());
    connection.setAutoCommit(false);
    return connection;
  }

  @FunctionalInterface
  private interface Work {
    void run() throws SQLException, IOException;
  }

  private static void together(Work work) {
    try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < AT_ONCE; i++) {
        all.add(
            people.submit(
                () -> {
                  work.run();
                  return null;
                }));
      }
      for (var each : all) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void figure(String name, double value, String unit) {
    System.out.printf("bench.door.%s %.2f %s%n", name, value, unit);
  }
}
