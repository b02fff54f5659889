package org.handrail.referral.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Surroundings;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.ReferralServiceApplication;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Providers;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a place takes to be kept or refused while many want few: {@code ./handrail bench hold}.
 *
 * <p>50 intake workers at once, over HTTP with everything that it does, each for another referral
 * of one service with five beds; those that got one let it go, and the next round begins.
 */
final class HoldBench {
  private static final int AT_ONCE = 50;
  private static final int BEDS = 5;
  private static final int ROUNDS = 40;
  // Until the compiler has seen it all.
  private static final int WARM_UP = 20;

  private final Api hana;
  private final Api olive;
  private final Providers providers;

  private HoldBench(ConfigurableApplicationContext service) {
    String port = service.getEnvironment().getRequiredProperty("local.server.port");
    var api = new Api(() -> "http://127.0.0.1:" + port);
    TokenIssuer tokens = TokenIssuer.shared();
    hana = api.as(tokens.person("hana").of("harborlight").as(Role.INTAKE_COORDINATOR));
    olive = api.as(tokens.person("olive").of(AgencyId.COALITION.value()).as(Role.COALITION_ADMIN));
    providers =
        new Providers(service.getBean(Transactions.class), service.getBean(JdbcClient.class));
  }

  public static void main(String[] arguments) throws Exception {
    try (var service =
        new SpringApplicationBuilder(ReferralServiceApplication.class)
            .initializers(new Surroundings())
            .run(
                "--server.port=0",
                "--logging.level.root=warn",
                "--handrail.client-service-url=" + Coalition.DOOR.address())) {
      new HoldBench(service).run();
    }
    System.exit(0);
  }

  private void run() throws Exception {
    olive
        .post("/api/directory/imports?source=coalition")
        .bytes(Coalition.seed("deploy/local/seed/directory.json"))
        .send()
        .isCreated();
    UUID service = providers.service();
    UUID capacity =
        hana.post("/api/capacity")
            .body(CapacityIT.first(service, "bed", BEDS, BEDS))
            .send()
            .isCreated()
            .id();
    var waits = new ArrayList<Long>();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      List<Long> nanos = round(capacity, providers.accepted(service, AT_ONCE));
      if (round >= 0) {
        waits.addAll(nanos);
      }
    }
    waits.sort(null);
    figure("p50", waits.get(waits.size() / 2));
    figure("p99", waits.get(waits.size() * 99 / 100));
  }

  private List<Long> round(UUID capacity, List<UUID> referrals) throws Exception {
    var nanos = new ConcurrentLinkedQueue<Long>();
    var kept = new ConcurrentLinkedQueue<UUID>();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> all = new ArrayList<>();
      for (UUID referral : referrals) {
        all.add(() -> want(capacity, referral, nanos, kept));
      }
      for (var each : people.invokeAll(all)) {
        each.get();
      }
    }
    if (kept.size() != BEDS) {
      throw new IllegalStateException("%d of %d beds were kept".formatted(kept.size(), BEDS));
    }
    for (UUID hold : kept) {
      hana.post("/api/capacity/{id}/holds/{hold}/release", capacity, hold).send().isOk();
    }
    return List.copyOf(nanos);
  }

  private boolean want(
      UUID capacity,
      UUID referral,
      ConcurrentLinkedQueue<Long> nanos,
      ConcurrentLinkedQueue<UUID> kept) {
    long began = System.nanoTime();
    Answer answer =
        hana.post("/api/capacity/{id}/holds", capacity).body(Map.of("referralId", referral)).send();
    nanos.add(System.nanoTime() - began);
    if (answer.status() == 201) {
      return kept.add(answer.id());
    }
    answer.isProblem(CapacityProblems.NO_PLACE_FREE);
    return false;
  }

  private static void figure(String name, long nanos) {
    System.out.printf("bench.directory.hold.%s %.2f ms%n", name, nanos / 1e6);
  }
}
