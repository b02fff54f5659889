package org.handrail.referral.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.fixtures.ToldMerges;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.referral.TimePassing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceIT
class CompanionsIT {
  private static final String MONDAY = "2026-11-24T00:00:00Z";
  private static final Map<String, String> PHONE =
      Map.of("kind", "phone", "at", "2026-11-22T12:00:00Z");
  private static final Map<String, String> OWN =
      Map.of("kind", "own-sign-in", "at", "2026-11-22T12:00:00Z");

  private final Coalition coalition;
  private final Sweeping sweeping;
  private final TimePassing time;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  CompanionsIT(
      Coalition coalition,
      Sweeping sweeping,
      TimePassing time,
      JdbcClient jdbc,
      Transactions transactions) {
    this.coalition = coalition;
    this.sweeping = sweeping;
    this.time = time;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
    coalition.clock().set(Instant.parse("2026-11-22T13:00:00Z"));
  }

  @Proves("C11")
  @Test
  void whoeverWritesDownThatTheClientAskedComesAlong() {
    UUID client = coalition.client();
    Answer asked = ask(coalition.maya(), meeting(), client, MONDAY, PHONE).isCreated();

    assertThat(asked.at("/status")).isEqualTo("agreed");
    assertThat(asked.at("/companion")).isEqualTo(TokenIssuer.subject("maya").value());
    assertThat(coalition.maya().get(asked.header("Location")).send().isOk().json())
        .isEqualTo(asked.json());
    assertThat(list(coalition.maya(), client)).containsExactly(asked.id().toString());
  }

  @Proves("C11")
  @Test
  void clientAsksAndSomebodyAtTheirSideAgreesOrEitherCancels() {
    UUID client = coalition.client();
    coalition.assign("riverbend", client, "ana", "self");
    Api ana = coalition.as("ana", "riverbend", Role.CLIENT);
    UUID meeting = meeting();
    Answer asked = ask(ana, meeting, client, MONDAY, OWN).isCreated();
    assertThat(asked.at("/status")).isEqualTo("asked");
    ask(ana, meeting, client, MONDAY, OWN).isProblem(409, "companion-asked-already");

    String address = asked.header("Location");
    ana.post(address + "/agreement").ifMatch(asked).send().isProblem(403, "role-not-allowed");
    coalition.maya().post(address + "/agreement").send().isProblem(428, "precondition-required");
    Answer agreed = coalition.maya().post(address + "/agreement").ifMatch(asked).send().isOk();
    assertThat(agreed.at("/status")).isEqualTo("agreed");
    coalition
        .maya()
        .post(address + "/agreement")
        .ifMatch(asked)
        .send()
        .isProblem(412, "version-conflict");
    coalition
        .maya()
        .post(address + "/agreement")
        .ifMatch(agreed)
        .send()
        .isProblem(409, "companion-arranged");
    Answer cancelled = ana.post(address + "/cancellation").ifMatch(agreed).send().isOk();
    assertThat(cancelled.at("/status")).isEqualTo("cancelled");
    ask(ana, meeting, client, MONDAY, OWN).isCreated();
  }

  @Proves("C11")
  @Test
  void whoeverItConcernsIsToldThatSomebodyCalledItOff() {
    UUID client = coalition.client();
    coalition.assign("riverbend", client, "ana", "self");
    Api ana = coalition.as("ana", "riverbend", Role.CLIENT);
    Answer mayas = ask(coalition.maya(), meeting(), client, MONDAY, PHONE).isCreated();
    Answer anas = ask(ana, meeting(), client, MONDAY, OWN).isCreated();
    Answer agreed =
        coalition.maya().post(anas.header("Location") + "/agreement").ifMatch(anas).send().isOk();

    cancel(coalition.maya(), mayas);
    cancel(ana, agreed);

    assertThat(Askings.about(mayas.id(), 1))
        .containsExactly("riverbend companion-called-off " + TokenIssuer.subject("ana").value());
    assertThat(Askings.about(anas.id(), 1))
        .containsExactly("riverbend companion-called-off " + TokenIssuer.subject("maya").value());
  }

  @Proves("C11")
  @Test
  void whoLeavesTheClientsSideIsNotPromisedAnyLonger() {
    UUID client = coalition.client();
    coalition.assign("riverbend", client, "ana", "self");
    coalition.assign("riverbend", client, "paul", "backup");
    String feed = feed();
    Answer asked = ask(coalition.paul(), meeting(feed), client, MONDAY, PHONE).isCreated();
    later(Duration.ofHours(7));
    assertThat(time.askedByNow(asked.id())).isEmpty();

    coalition.leaves(client, "paul");
    later(Duration.ofHours(7));
    later(Duration.ofHours(7));

    assertThat(time.askedByNow(asked.id()))
        .as("the client and their specialist, once")
        .containsExactlyInAnyOrder(
            "riverbend companion-left " + TokenIssuer.subject("ana").value(),
            "riverbend companion-left " + TokenIssuer.subject("maya").value());

    list(feed, 2);
    later(Duration.ofHours(7));
    assertThat(time.askedByNow(asked.id()))
        .as("of the meeting, too")
        .hasSize(4)
        .contains("riverbend companion-meeting-changed " + TokenIssuer.subject("maya").value());
  }

  @Proves("C11")
  @Test
  void itIsLookedAtUntilItBegins() {
    coalition.clock().set(Instant.parse("2026-11-23T20:00:00Z"));
    String feed = feed();
    Answer asked = ask(coalition.maya(), meeting(feed), coalition.client(), MONDAY, PHONE);
    later(Duration.ofHours(3));
    assertThat(time.askedByNow(asked.isCreated().id())).isEmpty();

    list(feed, 2);
    later(Duration.ofMinutes(10));

    assertThat(Askings.about(asked.id(), 1))
        .containsExactly(
            "riverbend companion-meeting-changed " + TokenIssuer.subject("maya").value());
  }

  @Proves("C11")
  @Test
  void whatTheClientBookedThemselvesIsToldToSomebodyElse() {
    UUID client = coalition.client();
    coalition.assign("riverbend", client, "ana", "self");
    Api ana = coalition.as("ana", "riverbend", Role.CLIENT);
    String feed = feed();
    Answer asked = ask(ana, meeting(feed), client, MONDAY, OWN).isCreated();
    coalition.assign("riverbend", client, "sue", "supervisor");
    Api sue = coalition.as("sue", "riverbend", Role.SUPERVISOR);
    UUID alone = coalition.client();
    coalition.assign("riverbend", alone, "alba", "self");
    Api alba = coalition.as("alba", "riverbend", Role.CLIENT);
    Answer albas = ask(alba, meeting(feed), alone, MONDAY, OWN).isCreated();
    coalition.leaves(alone, "maya");
    list(feed, 2);
    later(Duration.ofHours(7));

    assertThat(Askings.about(asked.id(), 2))
        .containsExactlyInAnyOrder(
            "riverbend companion-meeting-changed " + TokenIssuer.subject("ana").value(),
            "riverbend companion-meeting-changed " + TokenIssuer.subject("maya").value());
    assertThat(Askings.about(albas.id(), 2))
        .containsExactlyInAnyOrder(
            "riverbend companion-meeting-changed " + TokenIssuer.subject("alba").value(),
            "riverbend companion-meeting-changed " + Role.SUPERVISOR.code());
    assertThat(sue.get(asked.header("Location")).send().isOk().json()).isEqualTo(asked.json());
    assertThat(list(sue, client)).containsExactly(asked.id().toString());
  }

  @Proves("C11")
  @Test
  void whoeverItConcernsIsToldThatTheMeetingIsHeldAtAnotherTime() {
    String feed = feed();
    UUID client = coalition.client();
    Answer asked = ask(coalition.maya(), meeting(feed), client, MONDAY, PHONE).isCreated();
    list(feed, 2);
    later(Duration.ofHours(7));

    assertThat(Askings.about(asked.id(), 1))
        .containsExactly(
            "riverbend companion-meeting-changed " + TokenIssuer.subject("maya").value());
  }

  private void later(Duration by) {
    coalition.clock().advance(by);
    sweeping.sweep();
  }

  private static void cancel(Api by, Answer seen) {
    by.post("/api/meetings/companions/{id}/cancellation", seen.id()).ifMatch(seen).send().isOk();
  }

  @Test
  void goesToOneOfItsTimesOnly() {
    UUID client = coalition.client();
    UUID meeting = meeting();
    for (String wrong :
        List.of(
            "2026-11-24T00:01:00Z",
            "2026-11-25T00:00:00Z",
            "2026-11-17T00:00:00Z",
            "2027-11-23T00:00:00Z")) {
      ask(coalition.maya(), meeting, client, wrong, PHONE)
          .isProblem(422, "meeting-not-held")
          .hasFault("/startsAt", "no-occurrence");
    }
    ask(coalition.maya(), UUID.randomUUID(), client, MONDAY, PHONE).isNotFound();
    ask(coalition.maya(), meeting, client, MONDAY, OWN).isProblem(422, "act-kind-not-possible");
  }

  @Test
  void whileRecordsAreMergedThePersonsAreListedForWhoIsAtTheSideOfEach() {
    var merges = new ToldMerges(transactions, jdbc, new AgencyId("riverbend"));
    UUID stands = coalition.client();
    UUID merged = coalition.client();
    coalition.assign("riverbend", stands, "paul", "backup");
    UUID meeting = meeting();
    String one = ask(coalition.maya(), meeting, stands, MONDAY, PHONE).isCreated().id().toString();
    String other =
        ask(coalition.maya(), meeting, merged, MONDAY, PHONE).isCreated().id().toString();
    merges.merge(merged, stands);

    assertThat(list(coalition.maya(), stands)).containsExactlyInAnyOrder(one, other);
    assertThat(list(coalition.maya(), merged)).containsExactlyInAnyOrder(one, other);
    assertThat(list(coalition.as("paul", "riverbend", Role.PEER_SPECIALIST), stands))
        .containsExactly(one);
    merges.undo(merged);
    assertThat(list(coalition.maya(), stands)).containsExactly(one);
  }

  @Proves("P2-APP-2")
  @Test
  void strangersFindNothing() {
    UUID client = coalition.client();
    UUID meeting = meeting();
    String address =
        ask(coalition.maya(), meeting, client, MONDAY, PHONE).isCreated().header("Location");
    for (Api stranger :
        List.of(
            coalition.as("paul", "riverbend", Role.PEER_SPECIALIST),
            coalition.as("carl", "cedarhouse", Role.PEER_SPECIALIST))) {
      stranger.get(address).send().isNotFound();
      stranger.get("/api/meetings/companions/{id}", UUID.randomUUID()).send().isNotFound();
      stranger.post(address + "/cancellation").ifMatch(0).send().isNotFound();
      stranger.get("/api/meetings/companions?clientId={id}", client).send().isNotFound();
      ask(stranger, meeting, client, MONDAY, PHONE).isNotFound();
    }
  }

  @Proves("R30")
  @Test
  void isNeverAttendanceAndIsForgottenADayAfter() {
    UUID client = coalition.client();
    Answer asked = ask(coalition.maya(), meeting(), client, MONDAY, PHONE).isCreated();
    coalition.clock().set(Instant.parse(MONDAY).plus(Duration.ofDays(1)).minusSeconds(1));
    sweeping.sweep();
    Answer after = coalition.maya().get(asked.header("Location")).send().isOk();
    assertThat(after.at("/status")).isEqualTo("agreed");
    assertThat(after.text()).doesNotContain("attend", "compuls");

    coalition.clock().advance(Duration.ofSeconds(1));
    sweeping.sweep();

    coalition.maya().get(asked.header("Location")).send().isNotFound();
    assertThat(list(coalition.maya(), client)).isEmpty();
    assertThat(
            AgencyScope.as(new AgencyId("riverbend"))
                .<Integer>call(
                    () ->
                        transactions.reading(
                            () ->
                                jdbc.sql(
                                        "select count(*) from meeting_companion where client_id ="
                                            + " ?")
                                    .param(client)
                                    .query(Integer.class)
                                    .single())))
        .isZero();
  }

  private UUID meeting() {
    return meeting(feed());
  }

  private String feed() {
    String feed = "along-" + UUID.randomUUID();
    coalition
        .olive()
        .post("/api/meetings/feeds")
        .body(
            Map.of(
                "name",
                feed,
                "fellowship",
                "other",
                "about",
                Map.of("title", "Port Amity", "zone", "America/New_York")))
        .send()
        .isCreated();
    return feed;
  }

  private void list(String feed, int day) {
    coalition
        .olive()
        .post("/api/meetings/imports?feed=" + feed)
        .body(
            "[{\"slug\": \"m\", \"name\": \"Mill\", \"day\": "
                + day
                + ", \"time\": \"19:00\", \"location\": \"Mill\"}]")
        .send()
        .isCreated();
  }

  private UUID meeting(String feed) {
    list(feed, 1);
    return jdbc.sql(
            "select m.id from meeting m join meeting_feed f on f.id = m.feed_id where f.name = ?")
        .param(feed)
        .query(UUID.class)
        .single();
  }

  private static Answer ask(
      Api by, UUID meeting, UUID client, String starts, Map<String, String> act) {
    return by.post("/api/meetings/{id}/companions", meeting)
        .body(Map.of("clientId", client, "startsAt", starts, "act", act))
        .send();
  }

  private static List<String> list(Api by, UUID client) {
    return by.get("/api/meetings/companions?clientId={id}", client)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.path("id").asString())
        .toList();
  }
}
