package org.handrail.client.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class ObligationsIT {
  private final ClientService service;
  private final Meetings meetings;

  ObligationsIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
  }

  @Test
  @Proves("C12")
  void keepsWhatOthersDemandApartInTheClientsWords() {
    var id = service.registers("Cal");
    var path = "/api/clients/" + id + "/obligations";
    var told = new HashMap<String, Object>();
    told.put("kind", "court");
    told.put("source", "Drug court of the county");
    told.put("endsOn", "2027-03-01");
    told.put("words", "They want me at twelve meetings");
    service
        .maya()
        .post(path)
        .body(told)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    told.put("act", ClientService.act());
    var kept = service.maya().post(path).body(told).send().isCreated();
    assertThat(kept.json().at("/peerSupportVoluntary").asBoolean()).isTrue();
    var listed = service.maya().get(path).send().isOk();
    assertThat(listed.at("/items/0/words")).isEqualTo("They want me at twelve meetings");
    assertThat(listed.at("/items/0/endsOn")).isEqualTo("2027-03-01");
    // Nothing of it stands in the client's record.
    assertThat(service.maya().get("/api/clients/{id}", id).send().text()).doesNotContain("court");
    told.put("beginsOn", "2028-01-01");
    service
        .maya()
        .post(path)
        .body(told)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/endsOn", "before-first-day");
    service.paul().get(path).send().isNotFound();
    service.carl().get(path).send().isNotFound();
  }

  @Test
  @Proves("C12")
  void whatWasToldAmissIsToldRightAndWhatNobodyDemandsAnyMoreHasEnded() {
    var id = service.registers("Cal");
    service.hasOwnSignIn(id);
    var path = "/api/clients/" + id + "/obligations";
    var told = new HashMap<String, Object>();
    told.put("kind", "court");
    told.put("source", "Drug court of the county");
    told.put("words", "They want me at twelve meetings");
    told.put("act", ClientService.act());
    var first = service.maya().post(path).body(told).send().isCreated().id();
    told.put("words", "They want me at ten meetings");
    told.put("act", ClientService.actNow());
    var correction = path + "/" + first + "/correction";
    var right = service.maya().post(correction).body(told).send().isCreated().id();
    var listed = service.maya().get(path).send().isOk();
    assertThat(listed.json().at("/items")).hasSize(1);
    assertThat(listed.at("/items/0/words")).isEqualTo("They want me at ten meetings");
    assertThat(listed.at("/items/0/corrects")).isEqualTo(first.toString());
    service.maya().post(correction).body(told).send().isProblem(409, "obligation-not-current");

    var end = path + "/" + right + "/end";
    service
        .maya()
        .post(end)
        .body(Map.of("act", ClientService.act()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-obligation");
    service.noor().post(end).body(Map.of()).send().hasStatus(204);
    service.noor().post(end).body(Map.of()).send().isProblem(409, "obligation-not-current");
    assertThat(service.maya().get(path).send().isOk().at("/items/0/end/kind"))
        .isEqualTo("own-sign-in");
    var record = service.noor().get("/api/clients/{id}/record", id).send().isOk();
    assertThat(record.json().at("/sections/obligation"))
        .as("what was told before is kept")
        .hasSize(2);
    service.paul().post(end).body(Map.of()).send().isNotFound();
    service.maya().post(path + "/" + UUID.randomUUID() + "/end").body(Map.of()).send().isNotFound();
  }

  @Test
  @Proves("C12")
  void lettersAreFoundAgain() {
    var id = service.registers("Dee");
    var path = "/api/clients/" + id + "/contact-letters";
    var asked =
        new HashMap<String, Object>(
            Map.of("from", "2026-11-01", "until", "2026-11-20", "language", "en"));
    asked.put("act", ClientService.act());
    var first = service.maya().post(path).body(asked).send().isCreated().id();
    asked.put("language", "es");
    var second = service.maya().post(path).body(asked).send().isCreated().id();
    var page = service.maya().get(path + "?limit=1").send().isOk();
    assertThat(page.at("/items/0/id")).isEqualTo(second.toString());
    var rest = service.maya().get(path + "?after=" + page.at("/next")).send().isOk();
    assertThat(rest.at("/items/0/id")).isEqualTo(first.toString());
    assertThat(rest.json().at("/items")).hasSize(1);
    service.paul().get(path).send().isNotFound();
  }

  @Test
  @Proves("C12")
  void writesALetterOnlyWhenTheClientAsksAndOnlyOfDates() {
    var id = service.registers("Dee");
    service
        .maya()
        .post("/api/clients/{id}/attempts", id)
        .body(
            Map.of(
                "at",
                "2026-11-05T10:00:00Z",
                "initiative",
                "client",
                "way",
                "in-person",
                "outcome",
                "reached"))
        .send()
        .isCreated();
    service
        .maya()
        .post("/api/clients/{id}/attempts", id)
        .body(
            Map.of(
                "at",
                "2026-11-06T10:00:00Z",
                "initiative",
                "specialist",
                "way",
                "text",
                "outcome",
                "not-reached"))
        .send()
        .isCreated();
    var path = "/api/clients/" + id + "/contact-letters";
    var asked =
        new HashMap<String, Object>(
            Map.of("from", "2026-11-01", "until", "2026-11-20", "language", "en"));
    service
        .maya()
        .post(path)
        .body(asked)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    asked.put("act", ClientService.act());
    var letter = service.maya().post(path).body(asked).send().isCreated();
    assertThat(letter.at("/body"))
        .contains("Dee Brook", "Riverbend Peer Center", "2026-11-05", "voluntary")
        .doesNotContainIgnoringCase("2026-11-06", "recovery", "specialist", "substance");
    assertThat(service.maya().get(path + "/" + letter.id()).send().isOk().at("/body"))
        .isEqualTo(letter.at("/body"));
    service.paul().get(path + "/" + letter.id()).send().isNotFound();
    service.carl().post(path).body(asked).send().isNotFound();
  }

  @Test
  @Proves("C12")
  void everyContactIsADayOfContactWhereTheAgencyIs() {
    var sam = meetings.somebodyNew();
    var id = meetings.clientOf(sam);
    // Half past two in the night of Greenwich is the evening before at Riverbend.
    reached(sam, id, "2026-11-05T02:30:00Z");
    Meetings.records(sam, id, Meetings.starting(Instant.parse("2026-11-07T15:00:00Z"), 60))
        .isCreated();
    accompanied(sam, id, "2026-11-10T01:00:00Z", "2026-11-10T09:00:00Z");
    var letter = letter(sam, id, "en").isCreated();
    assertThat(letter.at("/body").lines())
        .as("of the shift both days, since it began before midnight")
        .contains("2026-11-04", "2026-11-07", "2026-11-09", "2026-11-10")
        .hasSize(6);
  }

  @Test
  @Proves("C12")
  void aGroupOnTheClientsRecordIsAContactToo() {
    var sam = meetings.somebodyNew();
    var id = meetings.clientOf(sam);
    assertThat(letter(sam, id, "en").isCreated().at("/body"))
        .contains("Riverbend Peer Center has no contact with Ana Brook on record");
    var group =
        sam.post("/api/groups")
            .body(Map.of("name", "Mornings", "agenda", "Checking in", "capacity", 5))
            .send()
            .isCreated()
            .id();
    var begun = Instant.now().minusSeconds(120);
    var session =
        sam.post("/api/groups/{id}/sessions", group)
            .body(Map.of("startsAt", begun.toString(), "endsAt", begun.plusSeconds(3600)))
            .send()
            .isCreated()
            .id();
    var onRecord = new HashMap<String, Object>();
    onRecord.put("clientId", id);
    onRecord.put("act", ClientService.actNow());
    onRecord.put("mode", "in-person");
    onRecord.put("place", "recovery-community-center");
    sam.post("/api/groups/{id}/sessions/{session}/sign-ins", group, session)
        .body(Map.of("alias", "A.B.", "pledge", true))
        .send()
        .isCreated();
    sam.post("/api/groups/{id}/sessions/{session}/on-record", group, session)
        .body(onRecord)
        .send()
        .isCreated();
    assertThat(letter(sam, id, "en").isCreated().at("/body").lines())
        .contains(begun.atZone(ZoneId.of("America/New_York")).toLocalDate().toString());
  }

  @Test
  @Proves("C12")
  void aLetterIsInALanguageThatThereIsAndOfDaysThatHaveBeen() {
    var sam = meetings.somebodyNew();
    var id = meetings.clientOf(sam);
    var spanish = letter(sam, id, "es-MX").isCreated();
    assertThat(spanish.at("/body")).startsWith("A petición propia");
    assertThat(spanish.at("/language")).isEqualTo("es");
    var french = letter(sam, id, "fr").isProblem(422, "letter-language");
    assertThat(french.json().at("/languages").toString()).isEqualTo("[\"en\",\"es\"]");
    letter(sam, id, "en", today().plusDays(1))
        .isProblem(400, "invalid")
        .hasFault("/until", "in-future");
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("America/New_York"));
  }

  private static Answer letter(Api specialist, UUID client, String language) {
    return letter(specialist, client, language, today());
  }

  private static Answer letter(Api specialist, UUID client, String language, LocalDate until) {
    return specialist
        .post("/api/clients/{id}/contact-letters", client)
        .body(
            Map.of(
                "from",
                "2026-11-01",
                "until",
                until.toString(),
                "language",
                language,
                "act",
                ClientService.act()))
        .send();
  }

  private static void reached(Api specialist, UUID client, String at) {
    specialist
        .post("/api/clients/{id}/attempts", client)
        .body(Map.of("at", at, "initiative", "client", "way", "in-person", "outcome", "reached"))
        .send()
        .isCreated();
  }

  private static void accompanied(Api companion, UUID client, String from, String until) {
    var agreements = "/api/clients/" + client + "/companion-agreements";
    var offer =
        companion
            .post(agreements)
            .body(Map.of("terms", "Nights", "privatePay", true))
            .send()
            .isCreated();
    var agreement = agreements + "/" + offer.id();
    companion
        .post(agreement + "/client-signature")
        .body(Map.of("goalMode", "abstinence", "act", ClientService.actNow()))
        .send()
        .isOk();
    companion.post(agreement + "/companion-signature").send().isOk();
    companion
        .post(agreement + "/shifts")
        .body(Map.of("startsAt", from, "endsAt", until))
        .send()
        .isCreated();
  }
}
