package org.handrail.client.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Attentions;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class GrievancesIT {
  private static final String ONE = "/api/clients/grievances/{id}";

  private final ClientService service;
  private final Meetings meetings;
  private final Api sam;
  private final UUID client;
  private final Api own;

  GrievancesIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
    sam = meetings.somebodyNew();
    client = meetings.clientOf(sam);
    own = meetings.signIn(sam, client);
  }

  @Test
  @Proves("V6")
  void nobodyIsToldUntilTheClientWantsThat() {
    var kept = tells(sam, "They asked for my papers twice");
    var told = tells(own, "They would not let me see the flat");
    sam.post(grievances() + "/" + told.id() + "/escalation")
        .body(Map.of())
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act", "missing");
    var escalated =
        sam.post(grievances() + "/" + told.id() + "/escalation")
            .body(Map.of("act", ClientService.act()))
            .send()
            .isOk();
    assertThat(escalated.at("/escalation/kind")).isEqualTo("in-person");
    var asked = Attentions.oneOf(kept.id(), told.id());
    assertThat(asked.at("/subjectId").asString()).isEqualTo(told.id().toString());
    assertThat(asked.at("/role").asString()).isEqualTo("supervisor");
    sam.post(grievances() + "/" + told.id() + "/escalation")
        .body(Map.of("act", ClientService.act()))
        .send()
        .isProblem(409, "grievance-escalated");
  }

  @Test
  void itStandsInTheClientsWordsAndStrangersFindNothing() {
    var told = tells(own, "  “No junkies here”, the sign said ");
    assertThat(told.at("/clientsWords")).isEqualTo("  “No junkies here”, the sign said ");
    assertThat(sam.get(grievances()).send().isOk().at("/items/0/id"))
        .isEqualTo(told.id().toString());
    service.paul().get(grievances()).send().isNotFound();
    service.carl().get(grievances()).send().isNotFound();
    service
        .paul()
        .post(grievances() + "/" + told.id() + "/escalation")
        .body(Map.of("act", ClientService.act()))
        .send()
        .isNotFound();
  }

  @Test
  @Proves("V6")
  void supervisorsReadWhatTheClientWantsThemToldAndNothingElse() {
    var rosa = service.rosaTheSupervisor();
    var told = tells(own, "They would not let me see the flat");
    var kept = tells(sam, "They asked for my papers twice");
    assertThat(rosa.get(grievances()).send().isOk().json().at("/items")).isEmpty();
    rosa.get(ONE, told.id()).send().isNotFound();
    sam.post(grievances() + "/" + told.id() + "/escalation")
        .body(Map.of("act", ClientService.act()))
        .send()
        .isOk();
    var read = rosa.get(grievances()).send().isOk();
    assertThat(read.json().at("/items")).hasSize(1);
    assertThat(read.at("/items/0/id")).isEqualTo(told.id().toString());
    var one = rosa.get(ONE, told.id()).send().isOk();
    assertThat(one.at("/clientId")).isEqualTo(client.toString());
    rosa.get(ONE, kept.id()).send().isNotFound();
    for (var who : List.of(sam, own)) {
      who.get(ONE, kept.id()).send().isOk();
    }
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger.get(ONE, told.id()).send().isNotFound();
    }
  }

  @Test
  @Proves("V6")
  void whatWasToldOnARecordThatWasMergedCanBeToldTheSupervisorsStill() {
    var merged = meetings.clientOf(sam);
    var path = "/api/clients/" + merged + "/grievances";
    var told = tells(sam, path, "They asked for my papers twice");
    service.merges(merged, meetings.clientOf(sam)).isCreated();
    var escalated =
        sam.post(path + "/" + told.id() + "/escalation")
            .body(Map.of("act", ClientService.act()))
            .send()
            .isOk();
    assertThat(escalated.at("/escalation/kind")).isEqualTo("in-person");
    Attentions.asked("grievance-escalated", told.id());
  }

  @Test
  @Proves("V6")
  void aSupervisorWhoStandsInForSomebodyReadsNoMoreThanThat() {
    var kept = tells(own, "They asked for my papers twice");
    var rosa = service.rosaTheSupervisor();
    rosa.post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", TokenIssuer.subject("rosa"), "relation", "backup"))
        .send()
        .isCreated();
    assertThat(rosa.get(grievances()).send().isOk().json().at("/items")).isEmpty();
    rosa.get(ONE, kept.id()).send().isNotFound();
    own.post(grievances() + "/" + kept.id() + "/escalation")
        .body(Map.of("act", ClientService.ownAct()))
        .send()
        .isOk();
    rosa.get(ONE, kept.id()).send().isOk();
  }

  @Test
  @Proves({"V6", "V9"})
  void whatTheClientSaysToOneIsReadByWhomItWasToldAlone() {
    var kept = tells(own, "They asked for my papers twice");
    var annotations = "/api/clients/" + client + "/annotations";
    own.post(annotations)
        .body(Map.of("about", Map.of("kind", "grievance", "id", kept.id()), "words", "Twice!"))
        .send()
        .isCreated();
    var rosa = service.rosaTheSupervisor();
    assertThat(rosa.get(annotations).send().isOk().json().at("/items")).isEmpty();
    for (var who : List.of(sam, own)) {
      assertThat(who.get(annotations).send().isOk().json().at("/items")).hasSize(1);
    }
    sam.post(grievances() + "/" + kept.id() + "/escalation")
        .body(Map.of("act", ClientService.act()))
        .send()
        .isOk();
    assertThat(rosa.get(annotations).send().isOk().json().at("/items")).hasSize(1);
  }

  private String grievances() {
    return "/api/clients/" + client + "/grievances";
  }

  private Answer tells(Api who, String words) {
    return tells(who, grievances(), words);
  }

  private static Answer tells(Api who, String path, String words) {
    return who.post(path)
        .body(Map.of("clientsWords", words, "matter", "discrimination"))
        .send()
        .isCreated();
  }
}
