package org.handrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Each process ends as in a power cut while loops run. What was accepted is there afterwards, every
 * event arrives, nothing takes effect twice.
 */
class FaultsIT {

  private static final Coalition COALITION = Coalition.running();
  private static final List<String> PARTS =
      List.of(
          "referral-service",
          "client-service",
          "notification-service",
          "plan-service",
          "analytics-service",
          "gateway",
          "kafka",
          "postgres",
          "keycloak");

  /** Far longer than it takes to start a part again. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Queue<String> sent = new ConcurrentLinkedQueue<>();
  private final Queue<String> clients = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean enough = new AtomicBoolean();

  @Test
  void nothingAcceptedIsLostAndNothingTakesEffectTwice() throws Exception {
    var maya = COALITION.as("maya@riverbend.example");
    var hana = COALITION.as("hana@harborlight.example");
    var loop =
        new Loop(
            maya.thatTriesAgain(PATIENCE),
            "riverbend",
            hana.thatTriesAgain(PATIENCE),
            "harborlight");
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          List.of(workers.submit(() -> loops(loop, 0)), workers.submit(() -> loops(loop, 1)));
      for (var part : PARTS) {
        var before = sent.size();
        Loop.until(() -> sent.size() > before);
        COALITION.kill9(part);
        COALITION.mend();
      }
      var last = sent.size();
      Loop.until(() -> sent.size() > last);
      enough.set(true);
      for (var one : running) {
        one.get();
      }
    }
    assertThat(clients)
        .allSatisfy(id -> assertThat(maya.get("/api/clients/" + id).status()).isEqualTo(200));
    assertThat(sent).doesNotHaveDuplicates();
    for (var referral : sent) {
      loop.untilIntakeSees(referral);
      loop.untilPrsSees(referral, "acknowledged");
    }
    var notices = notified(hana);
    for (var referral : sent) {
      Loop.until(() -> notified(hana).getOrDefault(referral, 0) > 0);
    }
    assertThat(notices.keySet()).isNotEmpty();
    for (var referral : sent) {
      assertThat(notified(hana).get(referral)).as("told once of %s", referral).isEqualTo(1);
      assertThat(released(loop, referral)).as("released once of %s", referral).isEqualTo(1);
    }
  }

  private Void loops(Loop loop, int worker) {
    for (int round = 0; !enough.get(); round++) {
      var name = "Fay " + worker + " " + round;
      var client = loop.meet(name);
      clients.add(client);
      loop.consent(client, name);
      var referral = loop.send(loop.draft(loop.choose(client))).id();
      loop.untilIntakeSees(referral);
      loop.answer(referral, "acknowledged", Map.of());
      sent.add(referral);
    }
    return null;
  }

  /** How often the intake desk was told of each referral's arrival. */
  private static Map<String, Integer> notified(Api intake) {
    var counts = new HashMap<String, Integer>();
    var path = "/api/notifications?limit=200";
    for (var next = path; next != null; ) {
      var page = intake.get(next).is(200);
      page.body()
          .get("items")
          .valueStream()
          .filter(one -> one.path("code").asString().equals("referral-delivered"))
          .forEach(one -> counts.merge(one.get("subjectId").asString(), 1, Integer::sum));
      next =
          page.body().hasNonNull("next")
              ? path + "&after=" + page.body().get("next").asString()
              : null;
    }
    return counts;
  }

  /** How often the door let this referral out. */
  private static long released(Loop loop, String referral) {
    var client = loop.seenByPrs(referral).at("/clientId");
    return loop.ledger(client)
        .valueStream()
        .filter(row -> row.path("referralId").asString().equals(referral))
        .filter(row -> row.path("outcome").asString().equals("released"))
        .filter(row -> row.path("recipient").asString().equals("harborlight"))
        .count();
  }
}
