package org.handrail.client.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.encounter.Meetings.NINE;
import static org.handrail.client.encounter.Meetings.anHour;
import static org.handrail.client.encounter.Meetings.anHourWith;
import static org.handrail.client.encounter.Meetings.records;
import static org.handrail.client.encounter.Meetings.starting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** What was written down on the wrong record, twice, or of what did not happen. */
@HandrailIT
class WithdrawnEncountersIT {
  private static final String WORDS = "My brother must not know";

  private final ClientService service;
  private final Meetings meetings;
  private final Api sam;
  private final UUID client;

  WithdrawnEncountersIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
    sam = meetings.somebodyNew();
    client = meetings.clientOf(sam);
  }

  @Test
  @Proves("P2-QSO-2")
  void wordsOnTheWrongRecordAreReadByWhoWroteThemAndWhoAnswersForThem() {
    var recorded = records(sam, client, anHourWith("clientsWords", WORDS)).isCreated();
    service.backedByPaul(sam, client);
    var own = meetings.signIn(sam, client);
    var path = "/api/encounters/" + recorded.id();
    service.priyaThePrivacyOfficer().get(path + "/history").send().isNotFound();
    for (var other : List.of(service.paul(), own)) {
      withdraws(other, recorded, "wrong-person").isProblem(409, "withdrawal-of-another");
    }

    var withdrawn = withdraws(sam, recorded, "wrong-person").isOk();

    assertThat(withdrawn.at("/withdrawal/reason")).isEqualTo("wrong-person");
    for (var other : List.of(service.paul(), own)) {
      other.get(path).send().isNotFound();
      other.get(path + "/history").send().isNotFound();
      withdraws(other, recorded, "twice").isNotFound();
    }
    for (var reader : List.of(service.paul(), own, sam, service.priyaThePrivacyOfficer())) {
      var told = reader.get("/api/clients/{id}/withdrawals", client).send().isOk();
      assertThat(told.at("/items/0/id")).isEqualTo(recorded.id().toString());
      assertThat(told.at("/items/0/kind")).isEqualTo("encounter");
      assertThat(told.text()).doesNotContain(WORDS);
    }
    assertThat(own.get("/api/clients/{id}/record", client).send().isOk().text())
        .contains("wrong-person")
        .doesNotContain(WORDS, "recovery-community-center");
    for (var reader : List.of(sam, service.rosaTheSupervisor())) {
      assertThat(reader.get(path).send().isOk().text()).contains(WORDS);
    }
    assertThat(service.priyaThePrivacyOfficer().get(path + "/history").send().isOk().text())
        .contains(WORDS);
    service.privacyOfficerOf("harborlight").get(path + "/history").send().isNotFound();
    assertThat(Attentions.whom(Attentions.asked("entered-on-wrong-record", client)))
        .isEqualTo("privacy_officer");
  }

  @Test
  @Proves({"BILL-1", "C12"})
  void whatWasWithdrawnCountsNowhereAndTakesNobodysTime() {
    var recorded = records(sam, client, anHour()).isCreated();
    assertThat(units()).isEqualTo(1);
    assertThat(letter()).contains("2026-11-03");

    withdraws(sam, recorded, "did-not-happen").isOk();

    assertThat(list().json().at("/items")).isEmpty();
    assertThat(units()).isZero();
    assertThat(letter()).contains("has no contact");
    records(sam, meetings.clientOf(sam), anHour()).isCreated();
  }

  @Test
  void itIsWithdrawnOnceAndChangesNoMore() {
    var recorded = records(sam, client, anHour()).isCreated();
    withdraws(sam, recorded, "plans-changed")
        .isProblem(400, "invalid")
        .hasFault("/reason", "not-possible");
    withdraws(service.carl(), recorded, "twice").isNotFound();
    withdraws(service.rosaTheSupervisor(), recorded, "twice").isOk();
    withdraws(sam, recorded, "twice").isProblem(409, "withdrawn");
    sam.post("/api/encounters/{id}/corrections", recorded.id())
        .body(Map.of("reason", "Longer", "encounter", starting(NINE, 90)))
        .ifMatch(recorded)
        .send()
        .isProblem(409, "withdrawn");
    service
        .rosaTheSupervisor()
        .post("/api/encounters/{id}/sign-off", recorded.id())
        .ifMatch(recorded)
        .send()
        .isProblem(409, "withdrawn");
    // It is no breach that something is on record twice.
    assertThat(sam.get("/api/clients/{id}/withdrawals", client).send().isOk().at("/items/0/by"))
        .isEqualTo(TokenIssuer.subject("rosa").value());
  }

  private static Answer withdraws(Api who, Answer recorded, String reason) {
    return who.post("/api/encounters/{id}/withdrawal", recorded.id())
        .body(Map.of("reason", reason))
        .ifMatch(recorded)
        .send();
  }

  private Answer list() {
    return sam.get("/api/encounters?clientId=" + client).send().isOk();
  }

  private int units() {
    return sam.get("/api/encounters/units?payer=nc-medicaid&day=2026-11-03&clientId=" + client)
        .send()
        .isOk()
        .json()
        .at("/items")
        .size();
  }

  private String letter() {
    return sam.post("/api/clients/{id}/contact-letters", client)
        .body(
            Map.of(
                "from", "2026-11-01",
                "until", "2026-11-20",
                "language", "en",
                "act", ClientService.act()))
        .send()
        .isCreated()
        .at("/body");
  }
}
