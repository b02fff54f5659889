package org.handrail.client.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtOnce;
import org.handrail.client.ClientService;
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

/** A sign-in is one person's: it opens their record of an agency, and nobody else's. */
@HandrailIT
class OwnSignInIT {
  private static final String GIVE =
      """
      insert into assignment (agency, client_id, subject, relation, assigned_at, assigned_by)
      values ('riverbend', :client, :subject, 'self', now(), 'maya')
      """;
  private static final String UNDO =
      """
      update merge set undone_at = now(), undone_by = :subject where agency = 'riverbend' and merged = :client
      """;

  private final ClientService service;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  OwnSignInIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    service = new ClientService(api, tokens);
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  private Answer opens(Api specialist, UUID client) {
    return specialist
        .post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", service.clientsSubject("ana"), "relation", "self"))
        .send();
  }

  @Test
  void itOpensOneRecordOfAnAgencyAndWhoseIsNotTold() {
    var mine = service.anaWithHerSignIn();
    var another = service.registers("Ben");
    var refused = opens(service.maya(), another).isProblem(409, "sign-in-taken");
    assertThat(refused.text()).doesNotContain(mine.toString());
    service.ana().get("/api/clients/{id}", another).send().isNotFound();
    service.ana().get("/api/clients/{id}", mine).send().isOk();

    // What another agency keeps is nothing to ask about.
    service.client("ana", "cedarhouse").get("/api/clients").send().isOk();
    opens(service.carl(), service.registers(service.carl(), "Ana")).isCreated();
    // Given by mistake, it ends, and is free for whose it is.
    service
        .ana()
        .post("/api/clients/{id}/own-sign-in/end", mine)
        .body(Map.of())
        .send()
        .hasStatus(204);
    opens(service.maya(), another).isCreated();
  }

  @Test
  void whoEndsTheirOwnIsAnsweredAlikeWhenTheySendItAgain() {
    var mine = service.anaWithHerSignIn();
    var key = UUID.randomUUID().toString();
    ends(mine, key).hasStatus(204);
    ends(mine, key).hasStatus(204);
    ends(mine, UUID.randomUUID().toString()).isNotFound();
    ends(UUID.randomUUID(), key).isProblem(422, "idempotency-key-reused");
    service.ana().get("/api/clients/{id}", mine).send().isNotFound();
  }

  private Answer ends(UUID client, String key) {
    return service
        .ana()
        .post("/api/clients/{id}/own-sign-in/end", client)
        .key(key)
        .body(Map.of())
        .send();
  }

  @Test
  void nobodyIsGivenASignInByWhichNoClientHasCome() {
    var client = service.registers("Ana");
    opens(service.maya(), client).isProblem(409, "sign-in-not-possible");
    // Who works here has come, but as no client.
    service.paul().get("/api/clients").send().isOk();
    service
        .maya()
        .post("/api/clients/{id}/assignments", client)
        .body(Map.of("subject", TokenIssuer.subject("paul").value(), "relation", "self"))
        .send()
        .isProblem(409, "sign-in-not-possible");
    // Nor is it enough that another agency saw them.
    service.client("ana", "cedarhouse").get("/api/clients").send().isOk();
    opens(service.maya(), client).isProblem(409, "sign-in-not-possible");
    service.ana().get("/api/clients").send().isOk();
    opens(service.maya(), client).isCreated();
    service.ana().get("/api/clients/{id}", client).send().isOk();
  }

  @Test
  @Proves({"P2-APP-2", "P2-QSO-2"})
  void whoIsAtNoSideOfTheOtherRecordIsNotToldThatThereIsOne() {
    service.anaWithHerSignIn();
    var ben = service.registers(service.paul(), "Ben");
    var ofAClient = opens(service.paul(), ben).isProblem(409, "sign-in-not-possible");
    var ofNobody =
        service
            .paul()
            .post("/api/clients/{id}/assignments", ben)
            .body(Map.of("subject", UUID.randomUUID(), "relation", "self"))
            .send()
            .isProblem(409, "sign-in-not-possible");
    assertThat(withoutTrace(ofAClient)).isEqualTo(withoutTrace(ofNobody));
    opens(service.rosaTheSupervisor(), ben).isProblem(409, "sign-in-taken");
  }

  private static String withoutTrace(Answer answer) {
    return answer.text().replace(answer.at("/traceId"), "");
  }

  @Test
  void itOpensBothRecordsOfThePersonForAsLongAsTheyAreMerged() {
    var merged = service.anaWithHerSignIn();
    var surviving = service.registers("Ana");
    opens(service.maya(), surviving).isProblem(409, "sign-in-taken");
    merges(merged, surviving);
    opens(service.maya(), surviving).isCreated();
    service.ana().get("/api/clients/{id}", surviving).send().isOk();

    service.rosaTheSupervisor().delete("/api/clients/" + merged + "/merge").send().hasStatus(204);
    service.ana().get("/api/clients/{id}", surviving).send().isNotFound();
    service.ana().get("/api/clients/{id}", merged).send().isOk();
    opens(service.maya(), surviving).isProblem(409, "sign-in-taken");
  }

  @Test
  void givenToTheOneThatRemainsItOpensWhatWasMergedIntoItBefore() {
    var merged = service.registers("Ana");
    var another = service.registers("Ana");
    var surviving = service.registers("Ana");
    merges(merged, surviving);
    merges(another, surviving);
    service.hasOwnSignIn(surviving, "ana");
    service.ana().get("/api/clients/{id}", merged).send().isOk();
    service.ana().get("/api/clients/{id}", another).send().isOk();

    service.rosaTheSupervisor().delete("/api/clients/" + merged + "/merge").send().hasStatus(204);
    service.ana().get("/api/clients/{id}", merged).send().isNotFound();
    service.ana().get("/api/clients/{id}", another).send().isOk();
    service.ana().get("/api/clients/{id}", surviving).send().isOk();
  }

  @Test
  void itIsGivenToAMergedRecordToo() {
    var merged = service.registers("Ana");
    var another = service.registers("Ana");
    var surviving = service.anaWithHerSignIn();
    merges(merged, surviving);
    service.ana().get("/api/clients/{id}", merged).send().isNotFound();
    opens(service.maya(), merged).isCreated();
    service.ana().get("/api/clients/{id}", merged).send().isOk();
    merges(another, surviving);
    opens(service.maya(), another).isCreated();

    // Whoever wants it to open their record no longer wants it of none of these.
    service
        .ana()
        .post("/api/clients/{id}/own-sign-in/end", surviving)
        .body(Map.of())
        .send()
        .hasStatus(204);
    for (var record : List.of(merged, another, surviving)) {
      service.ana().get("/api/clients/{id}", record).send().isNotFound();
    }
  }

  @Test
  void givenToOneItOpensNoOtherWhereAnotherOpensTheOneThatRemains() {
    var merged = service.registers("Ana");
    var another = service.registers("Ana");
    var surviving = service.registers("Ana");
    service.hasOwnSignIn(surviving);
    merges(merged, surviving);
    merges(another, surviving);
    service.ana().get("/api/clients").send().isOk();
    opens(service.maya(), merged).isCreated();
    service.ana().get("/api/clients/{id}", merged).send().isOk();
    for (var record : List.of(another, surviving)) {
      service.ana().get("/api/clients/{id}", record).send().isNotFound();
    }
  }

  @Test
  void whatOpensByTheRecordThatPartsIsShutWithIt() {
    var merged = service.registers("Ana");
    var given = service.registers("Ana");
    var surviving = service.registers("Ana");
    merges(merged, surviving);
    merges(given, surviving);
    service.hasOwnSignIn(given, "ana");
    service.ana().get("/api/clients/{id}", surviving).send().isOk();
    service.ana().get("/api/clients/{id}", merged).send().isOk();

    service.rosaTheSupervisor().delete("/api/clients/" + given + "/merge").send().hasStatus(204);
    service.ana().get("/api/clients/{id}", given).send().isOk();
    service.ana().get("/api/clients/{id}", surviving).send().isNotFound();
    service.ana().get("/api/clients/{id}", merged).send().isNotFound();
  }

  @Test
  void theDatabaseHoldsThatItIsGivenToOneRecord() {
    var merged = service.anaWithHerSignIn();
    var surviving = service.registers("Ana");
    assertThatThrownBy(() -> asRiverbend(GIVE, surviving, service.clientsSubject("ana").value()))
        .hasMessageContaining("assignment_sign_in");
    merges(merged, surviving);
    opens(service.maya(), surviving).isCreated();
    assertThatThrownBy(() -> asRiverbend(UNDO, merged, "rosa"))
        .hasMessageContaining("assignment_agency_by_merge_of_open_merge_fkey");
  }

  private void merges(UUID merged, UUID surviving) {
    service
        .rosaTheSupervisor()
        .post("/api/clients/{id}/merge", merged)
        .body(Map.of("into", surviving))
        .send()
        .isCreated();
  }

  private void asRiverbend(String statement, UUID client, String subject) {
    AgencyScope.as(new AgencyId("riverbend"))
        .call(
            () ->
                transactions.inTransaction(
                    () ->
                        jdbc.sql(statement)
                            .param("client", client)
                            .param("subject", subject)
                            .update()));
  }

  @Test
  void ofTwoWhoAreGivenItAtOnceOneGetsIt() throws Exception {
    service.ana().get("/api/clients").send().isOk();
    var one = service.registers("Ana");
    var other = service.registers("Ben");
    var answers =
        AtOnce.meetBefore(
            "assignment", () -> opens(service.maya(), one), () -> opens(service.maya(), other));
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
  }
}
