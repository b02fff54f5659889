package org.handrail.referral.directory.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Surroundings;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.ReferralServiceApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long somebody waits for the first page of a search among 100,000 services, over HTTP with
 * everything that is shown of each: {@code ./handrail bench directory}.
 *
 * <p>Words that one service in ten has, that all have and that hardly any has, a word that is not
 * finished, distances near and far with and without a language, and somebody's age, in turn.
 */
final class DirectoryBench {
  private static final int SERVICES = 100_000;
  private static final int WARM_UP = 1000;
  private static final int SEARCHES = 3000;

  private final Api maya;
  private final Random random = new Random(7);

  private DirectoryBench(ConfigurableApplicationContext service) {
    var port = service.getEnvironment().getRequiredProperty("local.server.port");
    maya =
        new Api(() -> "http://127.0.0.1:" + port)
            .as(TokenIssuer.shared().person("maya").of("riverbend").as(Role.PEER_SPECIALIST));
    new ManyServices(service.getBean(JdbcClient.class), service.getBean(Transactions.class))
        .put(SERVICES);
  }

  public static void main(String[] arguments) {
    try (var service =
        new SpringApplicationBuilder(ReferralServiceApplication.class)
            .initializers(new Surroundings())
            .run(
                "--server.port=0",
                "--logging.level.root=warn",
                "--HANDRAIL_CLIENT_SERVICE_URL=http://127.0.0.1:9")) {
      new DirectoryBench(service).run();
    }
    System.exit(0);
  }

  private void run() {
    for (int i = 0; i < WARM_UP; i++) {
      search(i);
    }
    var waits = new ArrayList<Long>();
    for (int i = 0; i < SEARCHES; i++) {
      waits.add(search(i));
    }
    waits.sort(null);
    figure("p50", waits.get(waits.size() / 2));
    figure("p99", waits.get(waits.size() * 99 / 100));
  }

  private long search(int turn) {
    String query = query(turn);
    long began = System.nanoTime();
    maya.get("/api/directory/services?" + query).send().isOk();
    return System.nanoTime() - began;
  }

  private String query(int turn) {
    String near =
        "near=%.4f,%.4f".formatted(40.5 + 2 * random.nextDouble(), -83.7 + 2 * random.nextDouble());
    List<String> queries =
        List.of(
            "q=recovery",
            "q=buprenorphine+clinic",
            "q=ward+" + random.nextInt(997),
            "q=naloxo",
            "need=food&language=es",
            near + "&within=5",
            near + "&within=200",
            near + "&within=50&language=es&payment=medicaid",
            near + "&q=pantry",
            "q=legal&eligible=age:16");
    return queries.get(turn % queries.size());
  }

  private static void figure(String name, long nanos) {
    System.out.printf("bench.directory.search.%s %.1f ms%n", name, nanos / 1e6);
  }
}
