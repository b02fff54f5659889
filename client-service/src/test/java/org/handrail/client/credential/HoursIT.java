package org.handrail.client.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.client.specialist.Roster.ZONE;
import static org.handrail.client.specialist.Roster.address;
import static org.handrail.client.specialist.Roster.today;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtOnce;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger of hours. */
@HandrailIT
class HoursIT {
  private static final AgencyId AGENCY = new AgencyId("pinecrest");

  private final Roster here;
  private final Roster there;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  HoursIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    here = new Roster(api, tokens, AGENCY.value());
    there = new Roster(api, tokens, "mossbank");
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  private static Map<String, Object> hours(
      String kind, String activity, LocalDate day, int hour, int minutes) {
    var begin = day.atTime(hour, 0).atZone(ZONE).toInstant();
    var body = new HashMap<String, Object>();
    body.put("kind", kind);
    body.put("domain", "ethics");
    body.put("activity", activity);
    body.put("provider", "McShin Foundation");
    body.put("startsAt", begin.toString());
    body.put("endsAt", begin.plus(Duration.ofMinutes(minutes)).toString());
    body.put("minutes", minutes);
    return body;
  }

  private Answer records(String name, Answer credential, Map<String, Object> hours) {
    return here.peer(name).post(address(credential) + "/hours").body(hours).send();
  }

  private Answer signs(Api by, Answer credential, UUID entry, boolean accepted) {
    return by.post(address(credential) + "/hours/" + entry + "/signature")
        .body(Map.of("accepted", accepted))
        .send();
  }

  private long recorded(Answer credential, String what) {
    return here.now(credential)
        .json()
        .at("/progress")
        .valueStream()
        .filter(each -> each.at("/what").asString().equals(what))
        .findFirst()
        .orElseThrow()
        .at("/recordedMinutes")
        .asLong();
  }

  @Test
  @Proves("CERT-3")
  void hoursCountWhenASupervisorSignedThem() {
    var ari = here.joins("ari");
    var credential = here.begins(ari, "icrc-pr", today().minusYears(1)).isCreated();
    var entry =
        records("ari", credential, hours("training", "Ethics", today().minusDays(9), 9, 240))
            .isCreated()
            .id();
    assertThat(recorded(credential, "training-ethics")).isZero();
    signs(here.peer("ari"), credential, entry, true).isProblem(403, "role-not-allowed");
    signs(here.as("ari", PEER_SPECIALIST, SUPERVISOR), credential, entry, true)
        .isProblem(409, "own-hours");
    signs(there.supervisor(), credential, entry, true).isNotFound();
    signs(here.supervisor(), credential, UUID.randomUUID(), true).isNotFound();
    signs(here.supervisor(), credential, entry, true).isOk();
    assertThat(recorded(credential, "training-ethics")).isEqualTo(240);
    signs(here.supervisor(), credential, entry, false).isProblem(409, "hours-signed");

    var line = here.peer("ari").get(address(credential) + "/hours").send().isOk();
    assertThat(line.at("/items/0/signature/by")).isEqualTo(here.subject("sol"));
  }

  @Test
  @Proves("CERT-3")
  void nothingIsCountedTwice() {
    var credential = here.begins(here.joins("bea"), "icrc-pr", today().minusYears(1)).isCreated();
    var day = today().minusDays(20);
    var first = records("bea", credential, hours("training", "Ethics  I", day, 9, 120)).isCreated();
    records("bea", credential, hours("experience", "Outreach", day, 10, 120))
        .isProblem(409, "hours-overlap");
    records("bea", credential, hours("experience", "Outreach", day, 8, 61))
        .isProblem(409, "hours-overlap");
    records("bea", credential, hours("experience", "Outreach", day, 11, 60)).isCreated();
    records("bea", credential, hours("experience", "Outreach", day, 8, 60)).isCreated();
    records("bea", credential, hours("training", "ethics i", day.plusDays(3), 9, 120))
        .isProblem(409, "hours-counted");
    records("bea", credential, hours("training", "Ethics II", day.plusDays(3), 9, 120)).isCreated();

    // What was not accepted stands in nobody's way.
    signs(here.supervisor(), credential, first.id(), false).isOk();
    records("bea", credential, hours("training", "Ethics I", day, 9, 120)).isCreated();
    assertThat(recorded(credential, "training")).isZero();
  }

  @Test
  @Proves("CERT-3")
  void ofTwoWhoWriteTheSameTimeAtOnceOneDoes() throws Exception {
    var credential = here.begins(here.joins("cal"), "icrc-pr", today().minusYears(1)).isCreated();
    var body = hours("experience", "Outreach", today().minusDays(2), 9, 60);
    assertThat(
            AtOnce.meetBefore(
                "hours_entry",
                () -> records("cal", credential, body).status(),
                () -> records("cal", credential, body).status()))
        .containsExactlyInAnyOrder(201, 409);
  }

  @Test
  @Proves("CERT-3")
  void continuingEducationBelongsToItsCycle() {
    var dee = here.joins("dee");
    var from = today().minusMonths(3);
    var trainee = here.begins(dee, "tennessee-cprs", from.minusYears(1)).isCreated();
    records("dee", trainee, hours("ce", "Ethics", today().minusDays(1), 9, 60))
        .isProblem(422, "hours-outside-cycle");
    here.attests("dee", trainee, today()).isCreated();
    here.supervisor()
        .post(address(trainee) + "/attestations")
        .body(Map.of("code", "TN", "codeVersion", "1", "attestedOn", today().toString()))
        .send()
        .isCreated();
    here.step(trainee, "certified", from).isOk();
    records("dee", trainee, hours("ce", "Ethics", from.minusDays(1), 23, 50))
        .isProblem(422, "hours-outside-cycle");
    var clinical = hours("ce", "Pharmacology", from, 9, 60);
    clinical.put("clinical", true);
    records("dee", trainee, clinical).isProblem(422, "hours-not-accepted");
    var lesson = hours("ce", "Ethics", from, 0, 60);
    lesson.put("topic", "ethics");
    var id = records("dee", trainee, lesson).isCreated().id();
    records("dee", trainee, hours("ce", "Ethics", from.plusDays(9), 9, 60))
        .isProblem(409, "hours-counted");
    signs(here.supervisor(), trainee, id, true).isOk();
    assertThat(recorded(trainee, "ce")).isEqualTo(60);
  }

  @Test
  @Proves("R20")
  void trainingNamesAKnownTopicAndPossibleTimes() {
    var credential = here.begins(here.joins("eli"), "icrc-pr", today().minusYears(1)).isCreated();
    var body = hours("training", "Basics", today().minusDays(4), 9, 60);
    body.put("topic", "astrology");
    body.put("domain", "unknown");
    body.put("minutes", 61);
    records("eli", credential, body)
        .isProblem(400, "invalid")
        .hasFault("/topic", "unknown")
        .hasFault("/domain", "unknown")
        .hasFault("/minutes", "not-possible");
    records("eli", credential, hours("training", "Basics", today().plusDays(2), 9, 60))
        .isProblem(400, "invalid")
        .hasFault("/endsAt", "in-future");
    var topic = hours("training", "Basics", today().minusDays(4), 9, 60);
    topic.put("topic", "motivational-interviewing");
    records("eli", credential, topic).isCreated();
    assertThat(
            here.peer("eli").get(address(credential) + "/hours").send().isOk().at("/items/0/topic"))
        .isEqualTo("motivational-interviewing");
  }

  @Test
  @Proves("CERT-3")
  void theDatabaseLetsNobodyChangeTheLedgerNorSignTheirOwn() {
    var credential = here.begins(here.joins("fay"), "icrc-pr", today().minusYears(1)).isCreated();
    var entry =
        records("fay", credential, hours("training", "Ethics", today().minusDays(4), 9, 60)).id();
    for (var statement :
        List.of("update hours_entry set minutes = 600", "delete from hours_entry")) {
      assertThatThrownBy(() -> run(statement))
          .rootCause()
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(
            () ->
                run(
                    "insert into hours_signature values ('%s', '%s', true, '%s', now())"
                        .formatted(AGENCY.value(), entry, here.subject("fay"))))
        .rootCause()
        .hasMessageContaining("nobody signs their own hours");
  }

  private void run(String sql) {
    AgencyScope.as(AGENCY).run(() -> transactions.run(() -> jdbc.sql(sql).update()));
  }
}
