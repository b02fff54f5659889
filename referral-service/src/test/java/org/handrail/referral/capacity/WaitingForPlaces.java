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
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Providers;
import org.handrail.referral.fixtures.Waits;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many want few places: 50 intake workers at once, each for another referral of one service with
 * five beds; those that got one let it go, and the next round begins.
 */
public final class WaitingForPlaces {
  private static final int AT_ONCE = 50;
  private static final int BEDS = 5;
  private static final int ROUNDS = 40;
  // Until the compiler has seen it all.
  private static final int WARM_UP = 20;

  private final Api hana;
  private final Api olive;
  private final Providers providers;

  private WaitingForPlaces(Api api, ConfigurableApplicationContext service) {
    TokenIssuer tokens = TokenIssuer.shared();
    hana = api.as(tokens.person("hana").of("harborlight").as(Role.INTAKE_COORDINATOR));
    olive = api.as(tokens.person("olive").of(AgencyId.COALITION.value()).as(Role.COALITION_ADMIN));
    providers =
        new Providers(service.getBean(Transactions.class), service.getBean(JdbcClient.class));
  }

  /** Until a place was kept, or refused. */
  public static Waits measured(Api api, ConfigurableApplicationContext service) throws Exception {
    return new WaitingForPlaces(api, service).measured();
  }

  private Waits measured() throws Exception {
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
    return new Waits(waits);
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
}
