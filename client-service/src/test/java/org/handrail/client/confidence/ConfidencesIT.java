package org.handrail.client.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@HandrailIT
class ConfidencesIT {
  private final Api api;
  private final TokenIssuer tokens;
  private final ClientService service;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  ConfidencesIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    this.api = api;
    this.tokens = tokens;
    service = new ClientService(api, tokens);
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  @Proves("C4")
  void staysBetweenTheClientAndWhoWroteItDown() {
    var id = service.registers("Noor");
    service.hasOwnSignIn(id);
    service.backedByPaul(service.maya(), id);
    var path = "/api/clients/" + id + "/confidences";
    var written =
        service
            .maya()
            .post(path)
            .body(Map.of("kind", "confidence", "words", "Afraid of the holidays"))
            .send()
            .isCreated();
    var one = path + "/" + written.id();
    for (var reader : List.of(service.maya(), service.noor())) {
      assertThat(reader.get(one).send().isOk().at("/words")).isEqualTo("Afraid of the holidays");
      assertThat(reader.get(path).send().isOk().json().at("/items")).hasSize(1);
    }
    // A backup is at the client's side and still no third in this.
    service.paul().get(one).send().isNotFound();
    assertThat(service.paul().get(path).send().isOk().json().at("/items")).isEmpty();
    service.rosaTheSupervisor().get(one).send().isProblem(403, "role-not-allowed");
    service.supervisorWhoIsSpecialistToo().get(one).send().isNotFound();
    service.carl().get(one).send().isNotFound();

    // Nor does what is said of it, or a look at it, tell a third.
    service
        .noor()
        .post("/api/clients/{id}/annotations", id)
        .body(Map.of("about", Map.of("kind", "confidence", "id", written.id()), "words", "Still"))
        .send()
        .isCreated();
    assertThat(service.maya().get("/api/clients/{id}/annotations", id).send().json().at("/items"))
        .hasSize(1);
    assertThat(service.paul().get("/api/clients/{id}/annotations", id).send().json().at("/items"))
        .isEmpty();
    service
        .noor()
        .post("/api/clients/{id}/annotations", id)
        .body(Map.of("about", Map.of("kind", "confidence", "id", written.id()), "words", "And so"))
        .send()
        .isCreated();
    assertThat(service.paul().get("/api/clients/{id}/annotations?limit=1", id).send().isOk().json())
        .as("an empty page with others after it would tell")
        .isEqualTo(new JsonMapper().readTree("{\"items\": []}"));
    assertThat(
            service.paul().get("/api/clients/{id}/access-log?limit=200", id).send().isOk().text())
        .doesNotContain("confidences");

    // The database itself knows the two.
    var count = "select count(*) from confidence where id = '%s'".formatted(written.id());
    assertThat(as(TokenIssuer.subject("maya"), count)).isEqualTo(1);
    assertThat(as(service.clientsSubject("noor"), count)).isEqualTo(1);
    assertThat(as(TokenIssuer.subject("paul"), count)).isZero();
    assertThat(as(TokenIssuer.subject("rosa"), count)).isZero();
  }

  @Test
  @Proves("C4")
  void aGrowthAreaIsASuggestionUntilTheClientTakesItUp() {
    var id = service.registers("Noor");
    service.hasOwnSignIn(id);
    var path = "/api/clients/" + id + "/confidences";
    var written =
        service
            .maya()
            .post(path)
            .body(Map.of("kind", "growth-area", "words", "Asking for help earlier"))
            .send()
            .isCreated();
    assertThat(written.json().has("accepted")).isFalse();
    var accepting = path + "/" + written.id() + "/acceptance";
    service.maya().post(accepting).body(Map.of()).send().isProblem(400, "invalid");
    service
        .maya()
        .post(accepting)
        .body(Map.of("act", ClientService.act()))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-suggestion");
    assertThat(service.noor().post(accepting).body(Map.of()).send().isOk().at("/accepted/kind"))
        .isEqualTo("own-sign-in");
    service.noor().post(accepting).body(Map.of()).send().isProblem(409, "growth-area-accepted");
    var confided =
        service
            .maya()
            .post(path)
            .body(Map.of("kind", "confidence", "words", "A secret"))
            .send()
            .isCreated();
    service
        .noor()
        .post(path + "/" + confided.id() + "/acceptance")
        .body(Map.of())
        .send()
        .isProblem(409, "not-a-suggestion");
  }

  @Test
  @Proves("C4")
  void whatStandsOnTheWrongRecordItsAuthorTakesBackAndNobodyReadsItThereAnyMore() {
    var id = service.registers("Noor");
    service.hasOwnSignIn(id);
    var path = "/api/clients/" + id + "/confidences";
    var wrong = writes(path, "confidence", "What Lee told me");
    var withdrawal = path + "/" + wrong + "/withdrawal";
    service.noor().post(withdrawal).send().isProblem(403, "role-not-allowed");
    service.paul().post(withdrawal).send().isNotFound();
    service.supervisorWhoIsSpecialistToo().post(withdrawal).send().isNotFound();
    assertThat(service.maya().post(withdrawal).send().isOk().json().has("withdrawnAt")).isTrue();

    for (var reader : List.of(service.maya(), service.noor())) {
      var left = reader.get(path + "/" + wrong).send().isOk().json();
      assertThat(left.has("words")).isFalse();
      assertThat(left.has("withdrawnAt")).isTrue();
    }
    assertThat(service.noor().get("/api/clients/{id}/record", id).send().isOk().text())
        .doesNotContain("What Lee told me");
    var kept = "select count(*) from confidence_taken_back where id = '%s'".formatted(wrong);
    assertThat(as(TokenIssuer.subject("maya"), kept)).isEqualTo(1);
    assertThat(as(service.clientsSubject("noor"), kept)).isZero();
    service.maya().post(withdrawal).send().isProblem(409, "confidence-withdrawn");

    var suggestion = path + "/" + writes(path, "growth-area", "Asking for help earlier");
    service.noor().post(suggestion + "/acceptance").body(Map.of()).send().isOk();
    service.maya().post(suggestion + "/withdrawal").send().isProblem(409, "growth-area-accepted");
  }

  @Test
  @Proves("C4")
  void aColleagueWhoIsTheClientTakesNothingBackThatAnotherWrote() {
    var name = "colleague " + UUID.randomUUID();
    var id = service.registers("Noor");
    api.as(tokens.person(name).of("riverbend").as(CLIENT)).get("/api/clients").send().isOk();
    service
        .maya()
        .post("/api/clients/{id}/assignments", id)
        .body(Map.of("subject", TokenIssuer.subject(name), "relation", "self"))
        .send()
        .isCreated();
    var path = "/api/clients/" + id + "/confidences";
    var withdrawal = path + "/" + writes(path, "confidence", "Afraid of May") + "/withdrawal";
    api.as(tokens.person(name).of("riverbend").as(PEER_SPECIALIST, CLIENT))
        .post(withdrawal)
        .send()
        .isProblem(409, "confidence-of-another");
    service.maya().post(withdrawal).send().isOk();
  }

  private UUID writes(String path, String kind, String words) {
    return service
        .maya()
        .post(path)
        .body(Map.of("kind", kind, "words", words))
        .send()
        .isCreated()
        .id();
  }

  private long as(SubjectId person, String sql) {
    return AgencyScope.as(new AgencyId("riverbend"), person)
        .call(() -> transactions.reading(() -> jdbc.sql(sql).query(Long.class).single()));
  }
}
