package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.LockWaits;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Providers;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever works on the same thing at the same time waits for each other in one order. */
@ReferralServiceIT
class LockOrderIT {
  private static final AgencyId RIVERBEND = new AgencyId("riverbend");

  private final ExecutorService other = Executors.newFixedThreadPool(2);
  private final Coalition coalition;
  private final Providers providers;
  private final TimePassing time;
  private final Deadlines deadlines;
  private final Sweeping sweeping;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  LockOrderIT(
      Coalition coalition,
      Providers providers,
      TimePassing time,
      Deadlines deadlines,
      Sweeping sweeping,
      Transactions transactions,
      JdbcClient jdbc) {
    this.coalition = coalition;
    this.providers = providers;
    this.time = time;
    this.deadlines = deadlines;
    this.sweeping = sweeping;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @AfterEach
  void end() {
    other.close();
    time.backToNow();
  }

  @ParameterizedTest
  @CsvSource({
    "riverbend, referral-acknowledge, referral",
    "riverbend, referral-first-contact, referral",
    "riverbend, referral-follow-up, referral",
    "riverbend, referral-reoffer, referral",
    "harborlight, referral-acknowledge-desk, referral",
    "harborlight, referral-first-contact-desk, referral",
    "riverbend, handoff-reoffer, handoff",
    "riverbend, handoff-follow-up, handoff",
    "harborlight, hold-expiry, capacity_hold",
  })
  void aStepDropsADeadlineWhileTheSweepWaitsForWhatItIsAbout(
      AgencyId agency, String kind, String table) throws Exception {
    UUID about =
        switch (table) {
          case "handoff" -> handoff().id();
          case "capacity_hold" -> held();
          default -> time.delivered(coalition.chosen(coalition.client()));
        };
    var past = coalition.clock().instant().minusSeconds(1);
    as(agency, () -> isSet(agency, kind, about, past));

    Future<?> sweep =
        as(
            agency,
            () -> {
              lock(table, about);
              var begun = other.submit(sweeping::sweep);
              LockWaits.awaitThat(1, jdbc);
              assertThat(isFree(kind, about)).as("not taken yet").isTrue();
              assertThat(deadlines.drop(agency, kind, about)).isTrue();
              return begun;
            });
    sweep.get();
  }

  @Test
  void whoChangesAHandoffWaitsForWhatArrivesOfItsReferralBeforeLockingIt() throws Exception {
    Answer handoff = handoff();
    UUID referral = UUID.fromString(handoff.at("/referralId"));
    Future<Answer> closed =
        as(
            RIVERBEND,
            () -> {
              lock("referral", referral);
              var begun = other.submit(() -> close(handoff));
              LockWaits.awaitThat(1, jdbc);
              assertThat(isFree("handoff", "id", handoff.id())).as("not locked yet").isTrue();
              return begun;
            });
    closed.get().isOk();
  }

  @Test
  void whoIsToAskHowItGoesWaitsForTheReferralBeforeLockingTheHandoff() throws Exception {
    Answer handoff = handoff();
    UUID referral = UUID.fromString(handoff.at("/referralId"));
    var past = coalition.clock().instant().minusSeconds(1);
    as(RIVERBEND, () -> isSet(RIVERBEND, "handoff-follow-up", handoff.id(), past));
    Future<?> sweep =
        as(
            RIVERBEND,
            () -> {
              lock("referral", referral);
              var begun = other.submit(sweeping::sweep);
              LockWaits.awaitThat(1, jdbc);
              assertThat(isFree("handoff", "id", handoff.id())).as("not locked yet").isTrue();
              return begun;
            });
    sweep.get();
  }

  @Test
  void ofTwoWhoAnswerOneFollowUpAtOnceTheSecondIsRefused() throws Exception {
    Answer handoff = handoff();
    UUID referral = UUID.fromString(handoff.at("/referralId"));
    coalition.answer(referral, Map.of("step", "accepted")).isOk();
    coalition.answer(referral, Map.of("step", "attended")).isOk();
    coalition.requesterSees(referral, "attended");
    time.carried();
    time.later(Duration.ofDays(8));

    List<Future<Answer>> both =
        as(
            RIVERBEND,
            () -> {
              lock("referral_follow_up", referral);
              var begun =
                  Stream.of("/api/referrals/" + referral, "/api/handoffs/" + handoff.id())
                      .map(of -> other.submit(() -> followUp(of)))
                      .toList();
              LockWaits.awaitThat(2, jdbc);
              return begun;
            });

    List<Integer> statuses = new ArrayList<>();
    for (var each : both) {
      statuses.add(each.get().status());
    }
    assertThat(statuses).containsExactlyInAnyOrder(200, 409);
  }

  @Test
  void whoIsHandedOnHoldsBothPlacesInOneOrder() throws Exception {
    UUID client = coalition.client();
    List<UUID> places =
        Stream.generate(() -> time.delivered(coalition.chosen(client)))
            .limit(2)
            .sorted(Comparator.comparing(UUID::toString))
            .toList();
    Future<Answer> opened =
        as(
            RIVERBEND,
            () -> {
              lock("referral", places.getFirst());
              var begun = other.submit(() -> handOn(places.getFirst(), places.getLast()));
              LockWaits.awaitThat(1, jdbc);
              assertThat(isFree("referral", "id", places.getLast())).as("not locked yet").isTrue();
              return begun;
            });
    opened.get().isCreated();
  }

  private Answer handOn(UUID from, UUID to) {
    return coalition
        .maya()
        .post("/api/handoffs")
        .body(Map.of("referralId", to, "fromReferralId", from, "to", "residential"))
        .send();
  }

  private Answer followUp(String of) {
    return coalition.maya().post(of + "/follow-ups/7").body(Map.of("outcome", "engaged")).send();
  }

  private Answer handoff() {
    UUID referral = time.delivered(coalition.chosen(coalition.client()));
    return coalition
        .maya()
        .post("/api/handoffs")
        .body(Map.of("referralId", referral, "to", "residential"))
        .send()
        .isCreated();
  }

  private Answer close(Answer handoff) {
    return coalition
        .maya()
        .post("/api/handoffs/{id}/closing", handoff.id())
        .ifMatch(handoff)
        .body(Map.of("reason", "entered-in-error"))
        .send();
  }

  /** The referral for which a place is kept. */
  private UUID held() {
    UUID service = providers.service();
    UUID referral = providers.accepted(service, 1).getFirst();
    UUID capacity =
        coalition
            .hana()
            .post("/api/capacity")
            .body(
                Map.of(
                    "serviceId", service, "unit", "bed", "places", Map.of("total", 1, "free", 1)))
            .send()
            .isCreated()
            .id();
    coalition
        .hana()
        .post("/api/capacity/{id}/holds", capacity)
        .body(Map.of("referralId", referral))
        .send()
        .isCreated();
    time.carried();
    return referral;
  }

  private boolean isSet(AgencyId agency, String kind, UUID about, Instant at) {
    deadlines.set(agency, kind, about, at);
    return true;
  }

  private void lock(String table, UUID about) {
    boolean isOfReferral = Set.of("capacity_hold", "referral_follow_up").contains(table);
    String column = isOfReferral ? "referral_id" : "id";
    assertThat(isFree(table, column, about)).isTrue();
  }

  /** Of all the deadlines that something has, this one. */
  private boolean isFree(String kind, UUID about) {
    return !jdbc.sql("select 1 from deadline where kind = ? and about = ? for update skip locked")
        .params(kind, about)
        .query(Integer.class)
        .list()
        .isEmpty();
  }

  /** Nobody else has it locked; now it is locked here. */
  private boolean isFree(String table, String column, UUID id) {
    return !jdbc.sql(
            "select 1 from %s where %s = ? for update skip locked".formatted(table, column))
        .param(id)
        .query(Integer.class)
        .list()
        .isEmpty();
  }

  private <T> T as(AgencyId agency, Supplier<T> work) {
    return AgencyScope.as(agency).call(() -> transactions.inTransaction(work));
  }
}
