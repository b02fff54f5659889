package org.handrail.client.disclosure;

import static org.handrail.client.Forms.referral;
import static org.handrail.platform.caller.Role.SVC_REFERRAL;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.handrail.client.ClientService;
import org.handrail.client.ClientServiceApplication;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Bench;
import org.handrail.platform.fixtures.PostgresFixture;
import org.handrail.platform.fixtures.Surroundings;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.Transactions;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long one caller waits, over HTTP, where the ledger has three million rows: {@code ./handrail
 * bench ledger}.
 */
final class LedgerBench {
  private static final int CLIENTS = 30_000;
  private static final int WARM_UP = 500;
  private static final int MEASURED = 1000;

  private final Api referralService;
  private final Api maya;
  private final List<UUID> clients;

  private LedgerBench(ConfigurableApplicationContext service) {
    var port = service.getEnvironment().getRequiredProperty("local.server.port");
    var api = new Api(() -> "http://127.0.0.1:" + port);
    var tokens = TokenIssuer.shared();
    referralService =
        api.as(tokens.service("referral-service").calling("client-service").as(SVC_REFERRAL));
    maya = new ClientService(api, tokens).maya();
    var jdbc = service.getBean(JdbcClient.class);
    var transactions = service.getBean(Transactions.class);
    clients = new BenchedCoalition(jdbc, transactions).clients();
    new ManyDecisions(jdbc, transactions, new AgencyId("riverbend")).fill(CLIENTS);
  }

  public static void main(String[] arguments) {
    Bench.run(LedgerBench::begin);
  }

  private static void begin() throws Exception {
    try (var service =
        new SpringApplicationBuilder(ClientServiceApplication.class)
            .initializers(new Surroundings())
            .run("--server.port=0", "--logging.level.root=warn")) {
      new LedgerBench(service).run();
    }
  }

  private void run() throws SQLException {
    System.out.printf("bench.ledger.rows %d rows%n", rowsOfAnOldDatabase());
    measure("release", this::release);
    measure(
        "accounting",
        client -> maya.get("/api/disclosures/lists/accounting?clientId=" + client).send().isOk());
    measure("access_log", client -> maya.get("/api/clients/{id}/access-log", client).send().isOk());
  }

  /** After what a database that has been running for a while knows of itself. */
  private static long rowsOfAnOldDatabase() throws SQLException {
    var database = PostgresFixture.database("client");
    try (var connection =
            DriverManager.getConnection(
                database.url(), "client_owner", database.passwords().owner());
        var statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
      try (var row =
          statement.executeQuery(
              "select reltuples::bigint from pg_class where oid = 'disclosure'::regclass")) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private void release(UUID client) {
    var request = referral(client, UUID.randomUUID(), "sending-1");
    var answer = referralService.post("/api/disclosures").body(request).send().isOk();
    if (!answer.at("/outcome").equals("released")) {
      throw new IllegalStateException("the door denied what the consent covers");
    }
  }

  private void measure(String what, Consumer<UUID> asks) {
    var nanos = new ArrayList<Long>();
    for (int i = 0; i < WARM_UP + MEASURED; i++) {
      var began = System.nanoTime();
      asks.accept(clients.get(i % clients.size()));
      if (i >= WARM_UP) {
        nanos.add(System.nanoTime() - began);
      }
    }
    nanos.sort(null);
    figure(what + "_p50", nanos.get(MEASURED / 2));
    figure(what + "_p99", nanos.get(MEASURED * 99 / 100));
  }

  private static void figure(String name, long nanos) {
    System.out.printf("bench.ledger.%s %.2f ms%n", name, nanos / 1e6);
  }
}
