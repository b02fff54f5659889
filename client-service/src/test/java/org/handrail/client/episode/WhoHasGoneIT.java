package org.handrail.client.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody is reminded to try, or to ask again, who left or died. */
@HandrailIT
class WhoHasGoneIT {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final ClientService service;
  private final Sweeping sweeping;
  private final SettableClock clock;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  WhoHasGoneIT(
      Api api,
      TokenIssuer tokens,
      Sweeping sweeping,
      SettableClock clock,
      JdbcClient jdbc,
      Transactions transactions) {
    service = new ClientService(api, tokens);
    this.sweeping = sweeping;
    this.clock = clock;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @BeforeEach
  void stopTheClock() {
    clock.set(NOW);
  }

  @Test
  void nobodyIsRemindedOfWhoDied() {
    var id = service.registers("Wes");
    tries(id);
    assertThat(waiting(id)).isEqualTo(1);
    goes(id, true);
    assertThat(waiting(id)).isZero();
  }

  @Test
  void nobodyIsRemindedOfTheOtherRecordOfWhoDied() {
    var merged = service.registers("Zed");
    var surviving = service.registers("Zed");
    tries(merged);
    service.merges(merged, surviving).isCreated();
    goes(surviving, true);
    assertThat(waiting(merged)).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Proves("R23")
  void whateverIsTypedLateNobodyTriesWhoHasGone(boolean died) {
    var tried = service.registers("Ann");
    var told = service.registers("Ann");
    for (var gone : new UUID[] {tried, told}) {
      goes(gone, died);
    }
    tries(tried);
    saysNotNow(told, "2026-12-01");
    var stays = service.registers("Ann");
    saysNotNow(stays, "2026-12-02");
    for (var day : new String[] {"2026-11-24", "2026-12-01", "2026-12-02"}) {
      clock.set(Instant.parse(day + "T10:00:00Z"));
      sweeping.sweep();
    }
    Attentions.asked("re-offer-due", stays);
    assertThat(Attentions.isAsked("attempt-due", tried)).isFalse();
    assertThat(Attentions.isAsked("re-offer-due", told)).isFalse();
  }

  private void tries(UUID id) {
    service
        .maya()
        .post("/api/clients/{id}/attempts", id)
        .body(
            Map.of(
                "at", "2026-11-20T09:00:00Z",
                "initiative", "specialist",
                "way", "text",
                "outcome", "not-reached"))
        .send()
        .isCreated();
  }

  private void saysNotNow(UUID id, String laterOkOn) {
    service
        .maya()
        .post("/api/clients/{id}/not-now", id)
        .body(Map.of("laterOkOn", laterOkOn, "act", ClientService.act()))
        .send()
        .isCreated();
  }

  private void goes(UUID id, boolean died) {
    var episode = service.maya().post("/api/clients/{id}/episodes", id).send().isCreated();
    if (died) {
      closes(service.rosaTheSupervisor(), id, episode, Map.of("reason", "died"));
    } else {
      closes(service.maya(), id, episode, Map.of("act", ClientService.act(NOW)));
    }
  }

  private static void closes(Api who, UUID id, Answer episode, Map<String, Object> how) {
    who.post("/api/clients/" + id + "/episodes/" + episode.id() + "/closing")
        .body(how)
        .ifMatch(episode)
        .send()
        .isOk();
  }

  private long waiting(UUID id) {
    return AgencyScope.as(new AgencyId("riverbend"))
        .call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql("select count(*) from deadline where about = :id")
                            .param("id", id)
                            .query(Long.class)
                            .single()));
  }
}
