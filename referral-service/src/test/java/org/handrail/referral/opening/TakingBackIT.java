package org.handrail.referral.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.opening.MayasOpenings.claim;
import static org.handrail.referral.opening.MayasOpenings.offer;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.LockWaits;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.opening.MayasOpenings.AtBoth;
import org.handrail.referral.referral.TimePassing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever takes back what places were asked, or settles it, waits for each other. */
@ReferralServiceIT
class TakingBackIT {
  private static final DoorServer DOOR = Coalition.DOOR;
  private static final String MAYA = TokenIssuer.subject("maya").value();

  private final ExecutorService others = Executors.newFixedThreadPool(2);
  private final Coalition coalition;
  private final MayasOpenings maya;
  private final TimePassing time;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  TakingBackIT(Coalition coalition, TimePassing time, Transactions transactions, JdbcClient jdbc) {
    this.coalition = coalition;
    this.time = time;
    this.transactions = transactions;
    this.jdbc = jdbc;
    maya = new MayasOpenings(coalition);
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @AfterEach
  void end() {
    others.close();
    DOOR.reset();
    time.backToNow();
  }

  @Test
  void whatAllItsPlacesLoseInTheSameMomentHasEnded() throws Exception {
    AtBoth opening = maya.openAtBoth(coalition.client());
    DOOR.denies("consent-restricted");

    List<Future<Answer>> claims =
        asRiverbend(
            () -> {
              hold("opening_offer", opening.id());
              var both =
                  List.of(
                      others.submit(() -> claim(coalition.hana(), opening.harborlights())),
                      others.submit(() -> claim(coalition.hilda(), opening.hillcrests())));
              LockWaits.awaitThat(2, jdbc);
              return both;
            });

    for (Future<Answer> each : claims) {
      each.get().isProblem(409, "opening-gone");
    }
    assertThat(maya.show(opening.id()).json().at("/ended").asBoolean()).isTrue();
    assertThat(Askings.about(opening.id(), 1)).containsExactly("riverbend opening-stopped " + MAYA);
  }

  @Test
  void whatNobodyIsAskedAboutAnyMoreEndsInItsTime() {
    AtBoth opening = maya.openAtBoth(coalition.client());
    asRiverbend(
        () ->
            jdbc.sql("update opening_offer set gone_at = offered_at where opening_id = ?")
                .param(opening.id())
                .update());

    time.later(Duration.ofHours(25));

    assertThat(maya.show(opening.id()).json().at("/ended").asBoolean()).isTrue();
    assertThat(Askings.about(opening.id(), 2)).contains("riverbend opening-overdue " + MAYA);
  }

  @Test
  void aClaimNeedsItsOfferAloneAndIsSettledOnceNobodyHoldsTheOpening() {
    AtBoth opening = maya.openAtBoth(coalition.client());
    asRiverbend(
        () -> {
          hold("opening", opening.id());
          claim(coalition.hana(), opening.harborlights()).isOk();
          LockWaits.awaitThat(1, jdbc);
          assertThat(isFree("opening_end", "opening_id", opening.id())).isTrue();
          return isFree("opening_offer", "id", opening.hillcrests());
        });

    coalition.requesterSees(maya.referral(opening.id()), "delivered");
    assertThat(offer(coalition.hilda(), opening.hillcrests()).at("/state")).isEqualTo("gone");
  }

  @Test
  void whoWithdrawsItLocksTheOpeningBeforeItsOffers() throws Exception {
    AtBoth opening = maya.openAtBoth(coalition.client());
    Future<Answer> withdrawn =
        asRiverbend(
            () -> {
              hold("opening", opening.id());
              var begun = others.submit(() -> maya.withdraw(opening.id()));
              LockWaits.awaitThat(1, jdbc);
              assertThat(isFree("opening_offer", "opening_id", opening.id())).isTrue();
              return begun;
            });
    withdrawn.get().isOk();
  }

  private void hold(String table, UUID opening) {
    String column = table.equals("opening") ? "id" : "opening_id";
    jdbc.sql("select 1 from %s where %s = ? for no key update".formatted(table, column))
        .param(opening)
        .query(Integer.class)
        .list();
  }

  private boolean isFree(String table, String column, UUID id) {
    return !jdbc.sql(
            "select 1 from %s where %s = ? for update skip locked".formatted(table, column))
        .param(id)
        .query(Integer.class)
        .list()
        .isEmpty();
  }

  private <T> T asRiverbend(Supplier<T> work) {
    return AgencyScope.as(new AgencyId("riverbend")).call(() -> transactions.inTransaction(work));
  }
}
