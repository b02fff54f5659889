package org.handrail.referral.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Waits;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first page of a search among 100,000 services, with everything that is shown of each.
 *
 * <p>Words that one service in ten has, that all have and that hardly any has, a word that is not
 * finished, distances near and far with and without a language, somebody's age, and all of that
 * together, in turn.
 */
public final class WaitingForSearch {
  private static final int SERVICES = 100_000;
  private static final int WARM_UP = 1000;
  private static final int SEARCHES = 3000;

  private final Api maya;
  private final Random random = new Random(7);

  private WaitingForSearch(Api api) {
    maya = api.as(TokenIssuer.shared().person("maya").of("riverbend").as(Role.PEER_SPECIALIST));
  }

  /** Until the page is there. */
  public static Waits measured(Api api, ConfigurableApplicationContext service) {
    new ManyServices(service.getBean(JdbcClient.class), service.getBean(Transactions.class))
        .put(SERVICES);
    return new WaitingForSearch(api).measured();
  }

  private Waits measured() {
    for (int i = 0; i < WARM_UP; i++) {
      search(i);
    }
    var waits = new ArrayList<Long>();
    for (int i = 0; i < SEARCHES; i++) {
      waits.add(search(i));
    }
    return new Waits(waits);
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
            "q=legal&eligible=age:16",
            near + "&within=50&q=recovery&eligible=age:34,veterans",
            near + "&within=10&q=clinic&eligible=age:16",
            near + "&within=30&q=ward+" + random.nextInt(997) + "&eligible=age:34");
    return queries.get(turn % queries.size());
  }
}
