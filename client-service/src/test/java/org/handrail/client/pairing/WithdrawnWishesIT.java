package org.handrail.client.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.specialist.Roster.asked;
import static org.handrail.platform.caller.Role.CLIENT;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.specialist.Roster;
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
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client who wished for somebody else would rather go on as it is, or leaves. */
@HandrailIT
class WithdrawnWishesIT {
  private static final String REMINDER = "specialist-change-waits";

  private final Roster here;
  private final Sweeping sweeping;
  private final SettableClock clock;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  WithdrawnWishesIT(
      Api api,
      TokenIssuer tokens,
      Sweeping sweeping,
      SettableClock clock,
      JdbcClient jdbc,
      Transactions transactions) {
    here = new Roster(api, tokens, "larkfield");
    this.sweeping = sweeping;
    this.clock = clock;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  @Proves("R18")
  void theClientEndsAllThatWaitsAndNobodyIsRemindedOfItAnyMore() {
    var uma = here.joins("uma");
    var client = here.clientWithSignIn("pip", "Ana");
    var ana = here.as("Ana", CLIENT);
    var first = tells(here.peer("pip"), client, "phone").isCreated().id();
    var second = tells(ana, client, "own-sign-in").isCreated().id();

    withdraws(ana, client, second, "phone").isProblem(422, "act-kind-not-possible");
    var withdrawn = withdraws(ana, client, second, "own-sign-in").isOk();
    assertThat(withdrawn.at("/withdrawn/kind")).isEqualTo("own-sign-in");

    for (var wish : List.of(first, second)) {
      settles(client, wish, uma).isProblem(409, "change-settled");
      withdraws(ana, client, wish, "own-sign-in").isProblem(409, "change-settled");
    }
    assertThat(shown(here.peer("pip"), client)).containsExactly(first);
    met(client, second).isProblem(409, "change-not-settled");
    assertThat(reminders(first, second)).isZero();
    var later = tells(ana, client, "own-sign-in").isCreated().id();
    assertThat(reminders(first, second, later)).isEqualTo(1);
  }

  @Test
  @Proves("R18")
  void whoIsToGoEndsNothingThatWasToldBehindTheirBack() {
    var client = here.clientWithSignIn("quy", "Bea");
    var secret = tells(here.as("Bea", CLIENT), client, "own-sign-in").isCreated().id();
    withdraws(here.peer("quy"), client, secret, "phone").isNotFound();
    var own = tells(here.peer("quy"), client, "phone").isCreated().id();
    withdraws(here.peer("quy"), client, own, "phone").isOk();
    assertThat(shown(here.peer("quy"), client)).containsExactly(own);
    settles(client, secret, here.joins("vic")).isOk();
  }

  @Test
  @Proves("R18")
  void nobodyIsRemindedOfTheWishOfSomebodyWhoHasLeft() {
    var gone = here.registers(here.peer("ray"), "Cy");
    var wish = tells(here.peer("ray"), gone, "phone").isCreated().id();
    var other = here.registers(here.peer("ray"), "Di");
    var waits = tells(here.peer("ray"), other, "phone").isCreated().id();
    here.endsEpisode(here.peer("ray"), gone);
    assertThat(reminders(wish)).isEqualTo(1);
    try {
      clock.advance(Duration.ofDays(3).plusMinutes(1));
      sweeping.sweep();
    } finally {
      clock.reset();
    }
    assertThat(asked(REMINDER, waits, 1)).containsExactly("supervisor");
    assertThat(Attentions.isAsked(REMINDER, wish)).isFalse();
    assertThat(reminders(waits)).as("there will be another").isEqualTo(1);
  }

  @Test
  @Proves("R18")
  void theWishOfWhoComesBackIsNotForgotten() {
    var client = here.registers(here.peer("ray"), "Cy");
    var wish = tells(here.peer("ray"), client, "phone").isCreated().id();
    here.endsEpisode(here.peer("ray"), client);
    try {
      clock.advance(Duration.ofDays(3).plusMinutes(1));
      sweeping.sweep();
      here.opensEpisode(here.peer("ray"), client).isCreated();
      clock.advance(Duration.ofDays(3).plusMinutes(1));
      sweeping.sweep();
    } finally {
      clock.reset();
    }
    assertThat(asked(REMINDER, wish, 1)).containsExactly("supervisor");
  }

  @Test
  @Proves("R18")
  void whatTheClientHasWishedSinceTheyTookAWishBackStands() {
    var client = here.clientWithSignIn("wes", "Eli");
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var first = tells(here.peer("wes"), client, at("phone", now.minus(Duration.ofHours(3))));
    var anew = tells(here.as("Eli", CLIENT), client, at("own-sign-in", now.minusSeconds(3600)));
    here.supervisor()
        .post(path(client) + "/" + first.isCreated().id() + "/withdrawal")
        .body(Map.of("act", at("phone", now.minus(Duration.ofHours(2)))))
        .send()
        .isOk();
    assertThat(reminders(first.id())).isZero();
    assertThat(reminders(anew.isCreated().id())).isEqualTo(1);
    settles(client, anew.id(), here.joins("xia")).isOk();
  }

  private static Map<String, Object> at(String kind, Instant at) {
    return Map.of("kind", kind, "at", at.toString());
  }

  /** How many wait for their time. */
  private long reminders(UUID... wishes) {
    return AgencyScope.as(new AgencyId(here.id()))
        .call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql(
                                "select count(*) from deadline where kind = :kind and about = any"
                                    + " (:wishes)")
                            .param("kind", REMINDER)
                            .param("wishes", wishes)
                            .query(Long.class)
                            .single()));
  }

  private Answer tells(Api by, UUID client, String kind) {
    return tells(by, client, Roster.said(kind));
  }

  private static Answer tells(Api by, UUID client, Map<String, Object> act) {
    return by.post(path(client)).body(Map.of("act", act, "warm", true)).send();
  }

  private Answer withdraws(Api by, UUID client, UUID wish, String kind) {
    return by.post(path(client) + "/" + wish + "/withdrawal")
        .body(Map.of("act", Roster.said(kind)))
        .send();
  }

  private Answer settles(UUID client, UUID wish, UUID with) {
    return here.supervisor()
        .post(path(client) + "/" + wish + "/settlement")
        .body(Map.of("specialistId", with))
        .send();
  }

  private Answer met(UUID client, UUID wish) {
    return here.supervisor().post(path(client) + "/" + wish + "/meeting").send();
  }

  private static List<UUID> shown(Api reader, UUID client) {
    return reader
        .get(path(client))
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .map(change -> UUID.fromString(change.at("/id").asString()))
        .toList();
  }

  private static String path(UUID client) {
    return "/api/clients/" + client + "/specialist-changes";
  }
}
