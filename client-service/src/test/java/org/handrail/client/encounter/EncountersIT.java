package org.handrail.client.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.encounter.Meetings.NINE;
import static org.handrail.client.encounter.Meetings.anHour;
import static org.handrail.client.encounter.Meetings.anHourWith;
import static org.handrail.client.encounter.Meetings.records;
import static org.handrail.client.encounter.Meetings.starting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class EncountersIT {
  private final ClientService service;
  private final Meetings meetings;
  private final Api sam;
  private final UUID client;

  EncountersIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
    sam = meetings.somebodyNew();
    client = meetings.clientOf(sam);
  }

  @Test
  @Proves("V4")
  void theClientsWordsComeFirstAndStayAsTheyWereSaid() {
    var words = "  \"I'm an addict, diagnosed F11.20,\" she said. 40 mg!\n\tÑandú — “dirty” 🙂 ";
    var recorded = records(sam, client, anHourWith("clientsWords", words)).isCreated();
    assertThat(recorded.at("/encounter/clientsWords")).isEqualTo(words);
    assertThat(recorded.json().at("/encounter").propertyNames().iterator().next())
        .isEqualTo("clientsWords");
    var read = sam.get("/api/encounters/{id}", recorded.id()).send().isOk();
    assertThat(read.at("/encounter/clientsWords")).isEqualTo(words);
    assertThat(recorded.json().at("/advice")).isEmpty();
    for (var rating : List.of("sentiment", "score", "mood")) {
      records(sam, client, anHourWith(rating, 3))
          .isProblem(400, "invalid")
          .hasFault("/encounter/" + rating, "unknown-field");
    }
  }

  @Test
  @Proves("R13")
  void peopleMeetWhereTheyAre() {
    var start = NINE;
    for (var where :
        Map.of(
                "recovery-community-center", "in-person",
                "around-activities", "in-person",
                "telephone", "phone",
                "online", "video",
                "home", "in-person",
                "street", "in-person")
            .entrySet()) {
      var account = starting(start, 20);
      account.put("place", where.getKey());
      account.put("mode", where.getValue());
      assertThat(records(sam, client, account).isCreated().at("/encounter/place"))
          .isEqualTo(where.getKey());
      start = start.plusSeconds(3600);
    }
    records(sam, client, anHourWith("place", "telephone"))
        .isProblem(422, "encounter-deficient")
        .hasFault("/encounter/place", "place-not-possible");
    records(sam, client, anHourWith("place", "the-moon"))
        .isProblem(400, "invalid")
        .hasFault("/encounter/place", "wrong-format");
  }

  @Test
  void everythingThatCannotHaveBeenIsToldAtOnce() {
    var account = starting(Instant.parse("2030-01-01T10:00:00Z"), -10);
    account.put("activities", List.of("listening", "mind-reading"));
    account.put(
        "funding",
        List.of(
            Map.of("source", "united-way", "percent", 50),
            Map.of("source", "my-uncle", "percent", 40)));
    records(sam, client, account)
        .isProblem(422, "encounter-deficient")
        .hasFault("/encounter/endedAt", "not-after-start")
        .hasFault("/encounter/endedAt", "in-future")
        .hasFault("/encounter/activities/1", "activity-unknown")
        .hasFault("/encounter/funding/1/source", "source-unknown")
        .hasFault("/encounter/funding", "not-hundred");
    records(sam, client, starting(NINE, 24 * 60 + 1))
        .isProblem(422, "encounter-deficient")
        .hasFault("/encounter/endedAt", "too-long");
    assertThat(list().json().at("/items")).isEmpty();
  }

  @Test
  @Proves("R25")
  void sharesOfFundersComeToAHundred() {
    records(
            sam,
            client,
            anHourWith(
                "funding",
                List.of(
                    Map.of("source", "united-way", "percent", 60),
                    Map.of("source", "united-way", "percent", 40))))
        .isProblem(422, "encounter-deficient")
        .hasFault("/encounter/funding", "source-twice");
    records(
            sam,
            client,
            anHourWith("funding", List.of(Map.of("source", "united-way", "percent", 99))))
        .isProblem(422, "encounter-deficient")
        .hasFault("/encounter/funding", "not-hundred");
    var split =
        List.of(
            Map.of("source", "catholic-charities", "percent", 40),
            Map.of("source", "samhsa-sor", "percent", 60));
    var recorded = records(sam, client, anHourWith("funding", split)).isCreated();
    assertThat(recorded.at("/encounter/funding/0/source")).isEqualTo("catholic-charities");
    assertThat(recorded.json().at("/encounter/funding/1/percent").asInt()).isEqualTo(60);
  }

  @Test
  void aSpecialistIsInOnePlaceAtATime() {
    var other = meetings.clientOf(sam);
    records(sam, client, starting(NINE, 60)).isCreated();
    for (var minutes : List.of(-59, 0, 30, 59)) {
      records(sam, other, starting(NINE.plusSeconds(60L * minutes), 60))
          .isProblem(409, "time-overlaps");
    }
    records(sam, other, starting(NINE.minusSeconds(3600), 60)).isCreated();
    records(sam, other, starting(NINE.plusSeconds(3600), 60)).isCreated();
    var colleague = meetings.somebodyNew();
    records(colleague, meetings.clientOf(colleague), starting(NINE, 60)).isCreated();
  }

  @Test
  void ofTwoAtOnceOneGetsTheTime() throws Exception {
    var other = meetings.clientOf(sam);
    Callable<Answer> here = () -> records(sam, client, starting(NINE, 60));
    Callable<Answer> there = () -> records(sam, other, starting(NINE.plusSeconds(600), 60));
    try (var people = Executors.newFixedThreadPool(8)) {
      var answers = new ArrayList<Integer>();
      for (var done :
          people.invokeAll(List.of(here, there, here, there, here, there, here, there))) {
        answers.add(done.get().status());
      }
      assertThat(answers).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
    }
  }

  @Test
  void aRepeatFromAPhoneThatLostSignalIsHarmless() {
    var key = UUID.randomUUID().toString();
    var body = Map.of("clientId", client, "encounter", anHour());
    var first = sam.post("/api/encounters").key(key).body(body).send().isCreated();
    var again = sam.post("/api/encounters").key(key).body(body).send().isCreated();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(list().json().at("/items")).hasSize(1);
  }

  @Test
  void correctionsAreNewVersionsAndNothingIsLost() {
    var recorded = records(sam, client, anHourWith("whatWeDid", "We walked")).isCreated();
    var correction =
        Map.of(
            "reason", "It was longer", "encounter", anHourWith("endedAt", "2026-11-03T10:30:00Z"));
    var path = "/api/encounters/" + recorded.id() + "/corrections";
    sam.post(path).body(correction).send().isProblem(428, "precondition-required");
    var corrected = sam.post(path).body(correction).ifMatch(recorded).send().isOk();
    assertThat(corrected.json().at("/version").asInt()).isEqualTo(2);
    assertThat(corrected.at("/correction")).isEqualTo("It was longer");
    sam.post(path).body(correction).ifMatch(recorded).send().isProblem(412, "version-conflict");

    var history =
        sam.get("/api/encounters/{id}/history", recorded.id()).send().isOk().json().at("/items");
    assertThat(history).hasSize(2);
    assertThat(history.at("/0/encounter/whatWeDid").asString()).isEqualTo("We walked");
    assertThat(history.at("/0/encounter/endedAt").asString()).isEqualTo("2026-11-03T10:00:00Z");
    assertThat(history.at("/1/encounter/endedAt").asString()).isEqualTo("2026-11-03T10:30:00Z");
    // The time that it takes now is taken.
    records(sam, client, starting(NINE.plusSeconds(3600), 20)).isProblem(409, "time-overlaps");
  }

  @Test
  void whoWasThereCorrectsAndWhoSupervisesSignsOff() {
    var recorded = records(sam, client, anHour()).isCreated();
    service.backedByPaul(sam, client);
    service
        .paul()
        .post("/api/encounters/{id}/corrections", recorded.id())
        .body(Map.of("reason", "I think so", "encounter", anHour()))
        .ifMatch(recorded)
        .send()
        .isProblem(409, "encounter-of-another");
    var path = "/api/encounters/" + recorded.id() + "/sign-off";
    sam.post(path).ifMatch(recorded).send().isProblem(403, "role-not-allowed");
    var signed = service.rosaTheSupervisor().post(path).ifMatch(recorded).send().isOk();
    assertThat(signed.at("/signedOffBy")).isEqualTo(TokenIssuer.subject("rosa").value());
    service
        .rosaTheSupervisor()
        .post(path)
        .ifMatch(signed)
        .send()
        .isProblem(409, "already-signed-off");
    // What was signed off is that version: a correction wants signing again.
    var corrected =
        sam.post("/api/encounters/{id}/corrections", recorded.id())
            .body(Map.of("reason", "Shorter", "encounter", starting(NINE, 30)))
            .ifMatch(signed)
            .send()
            .isOk();
    assertThat(corrected.at("/signedOffBy")).isEmpty();
  }

  @Test
  void nobodySignsOffTheirOwnEncounter() {
    var both = service.supervisorWhoIsSpecialistToo();
    var theirs = meetings.clientOf(both);
    // Nobody of all tests has this hour of Rosa's.
    var recorded =
        records(both, theirs, starting(Instant.parse("2025-02-03T04:00:00Z"), 30)).isCreated();
    both.post("/api/encounters/{id}/sign-off", recorded.id())
        .ifMatch(recorded)
        .send()
        .isProblem(409, "own-encounter");
  }

  @Test
  void theClientReadsAllOfItAndStrangersNothing() {
    var account = anHourWith("learned", Map.of("client", "I can ask", "specialist", "To wait"));
    account.put("whatWeDid", "We walked");
    account.put("clientsWords", "It was a good day");
    account.put("goalId", UUID.randomUUID());
    account.put("language", "es-MX");
    account.put("interpreter", true);
    var id = records(sam, client, account).isCreated().id();
    var own = meetings.signIn(sam, client);
    assertThat(own.get("/api/encounters/{id}", id).send().isOk().text())
        .isEqualTo(sam.get("/api/encounters/{id}", id).send().isOk().text());
    own.get("/api/encounters/{id}/history", id).send().isOk();
    own.get("/api/encounters?clientId=" + client).send().isOk();
    own.post("/api/encounters")
        .body(Map.of("clientId", client, "encounter", anHour()))
        .send()
        .isProblem(403, "role-not-allowed");
    service.rosaTheSupervisor().get("/api/encounters/{id}", id).send().isOk();
    service
        .priyaThePrivacyOfficer()
        .get("/api/encounters/{id}", id)
        .send()
        .isProblem(403, "role-not-allowed");
    for (var stranger : List.of(service.paul(), service.carl(), service.ana())) {
      stranger.get("/api/encounters/{id}", id).send().isNotFound();
      stranger.get("/api/encounters/{id}/history", id).send().isNotFound();
      stranger.get("/api/encounters?clientId=" + client).send().isNotFound();
    }
    for (var stranger : List.of(service.paul(), service.carl())) {
      records(stranger, client, anHour()).isNotFound();
      records(stranger, UUID.randomUUID(), anHour()).isNotFound();
      stranger
          .post("/api/encounters/{id}/corrections", id)
          .body(Map.of("reason", "Mine", "encounter", anHour()))
          .ifMatch(1)
          .send()
          .isNotFound();
    }
  }

  @Test
  void listsTheLatestFirstByPages() {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      ids.addFirst(
          records(sam, client, starting(NINE.plusSeconds(7200L * i), 30))
              .isCreated()
              .id()
              .toString());
    }
    var seen = new ArrayList<String>();
    var next = "";
    do {
      var page = sam.get("/api/encounters?limit=2&clientId=" + client + next).send().isOk();
      page.json().at("/items").forEach(item -> seen.add(item.at("/id").asString()));
      next = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!next.isEmpty());
    assertThat(seen).isEqualTo(ids);
  }

  private Answer list() {
    return sam.get("/api/encounters?clientId=" + client).send().isOk();
  }
}
