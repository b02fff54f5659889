package org.handrail.client.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.specialist.Roster.address;
import static org.handrail.client.specialist.Roster.asked;
import static org.handrail.client.specialist.Roster.today;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.specialist.Credentials;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What specialists are certified as. */
@HandrailIT
class CredentialsIT {
  private static final AgencyId AGENCY = new AgencyId("larchfield");

  private final Roster here;
  private final Roster there;
  private final Credentials credentials;
  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Sweeping sweeping;

  CredentialsIT(
      Api api,
      TokenIssuer tokens,
      Credentials credentials,
      Transactions transactions,
      JdbcClient jdbc,
      Sweeping sweeping) {
    here = new Roster(api, tokens, AGENCY.value());
    there = new Roster(api, tokens, "mossbank");
    this.credentials = credentials;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.sweeping = sweeping;
  }

  private boolean validOn(String name, LocalDate day) {
    return AgencyScope.as(AGENCY)
        .call(
            () ->
                transactions.reading(
                    () -> credentials.validOn(AGENCY, new SubjectId(here.subject(name)), day)));
  }

  @Test
  @Proves("CERT-1")
  void ofWhoHasLeftOnlyWhatHappenedBeforeIsWrittenDownUntilTheyComeBack() {
    var max = here.joins("max");
    var begun = here.begins(max, "icrc-pr", today().minusMonths(6)).isCreated();
    here.attests("max", begun, today()).isCreated();
    moveDeparture(max, today().minusDays(10));
    here.begins(max, "virginia-cprs", today().minusDays(9)).isProblem(409, "not-on-roster");
    here.step(begun, "certified", today().minusDays(9)).isProblem(409, "not-on-roster");
    here.step(begun, "certified", today().minusDays(10)).isOk();
    assertThat(here.joins("max")).isEqualTo(max);
    here.step(begun, "deactivated", today().minusDays(9)).isOk();
  }

  // Who leaves does so today: some days ago is told by the database alone.
  private void moveDeparture(UUID of, LocalDate on) {
    here.supervisor().post("/api/specialists/{id}/departure", of).send().hasStatus(204);
    AgencyScope.as(AGENCY)
        .run(
            () ->
                transactions.run(
                    () ->
                        jdbc.sql(
                                "update specialist set joined_on = :on, left_on = :on where id ="
                                    + " :id")
                            .param("on", on)
                            .param("id", of)
                            .update()));
  }

  @Test
  @Proves({"CERT-1", "CERT-2"})
  void goesFromTraineeToRevokedAndIsValidOnItsDaysOnly() {
    var vic = here.joins("vic");
    var from = today().minusMonths(30);
    var begun = here.begins(vic, "icrc-pr", from.minusMonths(6)).isCreated();
    assertThat(begun.at("/state")).isEqualTo("trainee");
    here.begins(vic, "icrc-pr", today()).isProblem(409, "credential-known");
    here.step(begun, "renewed", from).isProblem(409, "credential-step-not-possible");
    here.step(begun, "provisional", from.minusMonths(3))
        .isProblem(400, "invalid")
        .hasFault("/until", "missing");
    here.step(begun, "provisional", from.minusMonths(3), Map.of("until", "2199-12-31"))
        .isProblem(422, "credential-cycle-not-possible");
    here.step(
            begun,
            "provisional",
            from.minusMonths(3),
            Map.of("until", from.minusDays(1).toString()))
        .isOk();
    here.step(begun, "certified", from).isProblem(409, "ethics-not-attested");
    here.attests("vic", begun, today()).isCreated();
    here.step(begun, "certified", from.minusMonths(4))
        .isProblem(422, "credential-step-out-of-order");
    here.step(begun, "certified", today().plusDays(2))
        .isProblem(400, "invalid")
        .hasFault("/on", "in-future");
    here.step(begun, "certified", from, Map.of("until", from.plusYears(3).toString()))
        .isProblem(422, "credential-cycle-not-possible");
    var certified =
        here.step(begun, "certified", from, Map.of("number", "PR-1", "issuer", "VCB")).isOk();
    var until = from.plusMonths(24).minusDays(1);
    assertThat(certified.at("/state")).isEqualTo("lapsed");
    assertThat(certified.at("/validUntil")).isEqualTo(until.toString());
    assertThat(certified.at("/steps/2/number")).isEqualTo("PR-1");
    assertThat(certified.at("/steps/2/schemeVersion")).isEqualTo("1");

    assertThat(validOn("vic", from.minusDays(1))).isFalse();
    assertThat(validOn("vic", from)).isTrue();
    assertThat(validOn("vic", until)).isTrue();
    assertThat(validOn("vic", until.plusDays(1))).isFalse();
    assertThat(validOn("nobody", from)).isFalse();

    here.attests("vic", begun, today()).isCreated();
    here.step(begun, "renewed", today()).isProblem(409, "credential-step-not-possible");
    var back = here.step(begun, "reinstated", today().minusDays(5)).isOk();
    assertThat(back.at("/state")).isEqualTo("reinstated");
    assertThat(validOn("vic", today())).isTrue();
    assertThat(here.step(begun, "deactivated", today().minusDays(3)).isOk().at("/state"))
        .isEqualTo("inactive");
    assertThat(here.step(begun, "revoked", today().minusDays(1)).isOk().at("/state"))
        .isEqualTo("revoked");
    here.step(begun, "reinstated", today()).isProblem(409, "credential-step-not-possible");
    assertThat(validOn("vic", today().minusDays(4))).isTrue();
    assertThat(validOn("vic", today())).isFalse();
    assertThat(asked("credential-revoked", begun.id(), 2))
        .containsExactlyInAnyOrder("supervisor", here.subject("vic"));
  }

  @Test
  @Proves({"CERT-1", "CERT-2"})
  void whoseWayEndedBeforeTheFirstBeginsAnewAndMayWalkWithClients() {
    var ula = here.joins("ula");
    var begun = here.begins(ula, "icrc-pr", today().minusMonths(6)).isCreated();
    here.step(begun, "begun", today().minusMonths(5))
        .isProblem(409, "credential-step-not-possible");
    here.step(begun, "deactivated", today().minusMonths(4)).isOk();
    here.registered(here.peer("ula"), "Ana").isProblem(409, "credential-not-valid");
    assertThat(here.step(begun, "begun", today().minusMonths(3)).isOk().at("/state"))
        .isEqualTo("trainee");
    here.registered(here.peer("ula"), "Ana").isCreated();
  }

  @Test
  @Proves({"CERT-1", "CERT-2", "CERT-4"})
  void whoLostACertificationBeginsAnewAndTakesNobodyNewBeforeItHolds() {
    var tov = here.joins("tov");
    var certified = here.begins(tov, "icrc-pr", today().minusYears(1)).isCreated();
    here.attests("tov", certified, today().minusMonths(7)).isCreated();
    here.step(certified, "certified", today().minusMonths(6)).isOk();
    here.step(certified, "revoked", today().minusMonths(5)).isOk();
    var anew = here.step(certified, "begun", today().minusDays(1)).isOk();
    assertThat(anew.at("/state")).isEqualTo("trainee");
    assertThat(anew.at("/progress/0/what")).isEqualTo("training");
    here.registered(here.peer("tov"), "Ana").isProblem(409, "credential-not-valid");
    here.step(certified, "reinstated", today()).isProblem(409, "credential-step-not-possible");
    here.step(certified, "certified", today()).isProblem(409, "ethics-not-attested");
    here.attests("tov", certified, today()).isCreated();
    assertThat(here.step(certified, "certified", today()).isOk().at("/state"))
        .isEqualTo("certified");
    here.registered(here.peer("tov"), "Ana").isCreated();
  }

  @Test
  @Proves("CERT-1")
  void warnsTheSpecialistAndTheSupervisorsBeforeAndAfterTheEnd() {
    var soon = here.certified("wes", here.joins("wes"), today().minusMonths(24).plusDays(91));
    var sooner = here.certified("xia", here.joins("xia"), today().minusMonths(24).plusDays(31));
    var over = here.certified("yan", here.joins("yan"), today().minusMonths(24));
    sweeping.sweep();
    assertThat(asked("credential-ends-in-ninety-days", soon.id(), 2))
        .containsExactlyInAnyOrder("supervisor", here.subject("wes"));
    assertThat(asked("credential-ends-in-thirty-days", sooner.id(), 2))
        .containsExactlyInAnyOrder("supervisor", here.subject("xia"));
    assertThat(asked("credential-lapsed", over.id(), 2))
        .containsExactlyInAnyOrder("supervisor", here.subject("yan"));
    var one = "/api/specialists/credentials/" + soon.id();
    for (var who : List.of(here.peer("wes"), here.supervisor())) {
      assertThat(who.get(one).send().isOk().at("/id")).isEqualTo(soon.id().toString());
    }
    here.peer("xia").get(one).send().isNotFound();
    assertThat(here.now(soon).at("/state")).isEqualTo("expiring");
    assertThat(here.now(over).at("/state")).isEqualTo("lapsed");
  }

  @Test
  @Proves("CERT-4")
  void eachCycleWantsTheCodeOfEthicsAttestedWithItsDay() {
    var zed = here.joins("zed");
    var from = today().minusMonths(23);
    var certified = here.certified("zed", zed, from);
    here.attests("zed", certified, today().plusDays(2))
        .isProblem(400, "invalid")
        .hasFault("/attestedOn", "in-future");
    var renewed = here.step(certified, "renewed", today()).isOk();
    assertThat(renewed.at("/attestations/0/attestedOn")).isEqualTo(today().toString());
    assertThat(renewed.at("/attestations/0/attester")).isEqualTo("self");
    assertThat(renewed.at("/steps/2/from")).isEqualTo(from.plusMonths(24).toString());

    var tia = here.joins("tia");
    var begun = here.begins(tia, "tennessee-cprs", from.minusMonths(1)).isCreated();
    here.attests("tia", begun, from.minusDays(1)).isCreated();
    var refused = here.step(begun, "certified", from).isProblem(409, "ethics-not-attested");
    assertThat(refused.at("/missing/0")).isEqualTo("supervisor");
    here.supervisor()
        .post(address(begun) + "/attestations")
        .body(Map.of("code", "TN", "codeVersion", "1", "attestedOn", from.minusDays(1).toString()))
        .send()
        .isCreated();
    var tennessee = here.step(begun, "certified", from).isOk();
    assertThat(tennessee.at("/fileBy")).isEqualTo(from.plusMonths(24).minusDays(15).toString());
    // Both attested before this cycle began: the next wants its own.
    assertThat(
            here.step(begun, "renewed", today())
                .isProblem(409, "ethics-not-attested")
                .json()
                .at("/missing"))
        .hasSize(2);
  }

  @Test
  void aRegistrationThatBuildsOnAnotherCertificationWantsItToHold() {
    var uma = here.joins("uma");
    var registered = here.begins(uma, "virginia-rprs", today().minusMonths(2)).isCreated();
    here.attests("uma", registered, today()).isCreated();
    here.step(registered, "certified", today()).isProblem(409, "required-scheme-missing");
    var certified = here.begins(uma, "virginia-cprs", today().minusMonths(2)).isCreated();
    here.attests("uma", certified, today()).isCreated();
    here.step(certified, "certified", today().minusDays(1)).isOk();
    here.step(registered, "certified", today()).isOk();
  }

  @Test
  @Proves("CERT-5")
  void aCertificateOfAnotherPlaceIsOnRecordWithTheAnswer() {
    var begun = here.begins(here.joins("rex"), "virginia-cprs", today().minusYears(1)).isCreated();
    var from =
        Map.of(
            "jurisdiction",
            "US-TN",
            "scheme",
            "tennessee-cprs",
            "issuer",
            "TDMHSAS",
            "number",
            "T-7",
            "answer",
            "granted",
            "answeredOn",
            today().minusDays(3).toString());
    here.peer("rex")
        .post(address(begun) + "/reciprocities")
        .body(from)
        .send()
        .isProblem(403, "role-not-allowed");
    var known =
        here.supervisor().post(address(begun) + "/reciprocities").body(from).send().isCreated();
    assertThat(known.at("/reciprocities/0/fromJurisdiction")).isEqualTo("US-TN");
    assertThat(known.at("/reciprocities/0/answer")).isEqualTo("granted");
  }

  @Test
  void nobodyCertifiesThemselvesAndStrangersSeeNothing() {
    var sue = here.joins("sue");
    var herself = here.as("sue", PEER_SPECIALIST, SUPERVISOR);
    herself
        .post("/api/specialists/{id}/credentials", sue)
        .body(Map.of("scheme", "icrc-pr", "beganOn", today().toString()))
        .send()
        .isProblem(409, "own-credential");
    var begun = here.begins(sue, "icrc-pr", today().minusYears(1)).isCreated();
    var certified = Map.of("kind", "certified", "on", today().toString());
    herself
        .post(address(begun) + "/steps")
        .body(certified)
        .ifMatch(1)
        .send()
        .isProblem(409, "own-credential");
    herself
        .post(address(begun) + "/steps")
        .body(certified)
        .send()
        .isProblem(428, "precondition-required");
    here.supervisor()
        .post(address(begun) + "/steps")
        .body(certified)
        .ifMatch(7)
        .send()
        .isProblem(412, "version-conflict");
    for (var stranger : List.of(there.supervisor(), here.peer("tom"))) {
      stranger.get(address(begun)).send().isNotFound();
      stranger.get("/api/specialists/{id}/credentials", sue).send().isNotFound();
    }
    there
        .supervisor()
        .post(address(begun) + "/steps")
        .body(certified)
        .ifMatch(1)
        .send()
        .isNotFound();
    var other = here.joins("tom");
    here.supervisor()
        .get("/api/specialists/{s}/credentials/{id}", other, begun.id())
        .send()
        .isNotFound();
    here.begins(UUID.randomUUID(), "icrc-pr", today()).isNotFound();
    here.begins(other, "nowhere-pr", today()).isProblem(422, "scheme-not-in-force");
  }

  @Test
  @Proves("R21")
  void tellsWhatEachSchemeAsksForOnADay() {
    var all = here.peer("sue").get("/api/specialists/schemes").send().isOk();
    assertThat(all.json().at("/schemes")).hasSize(7);
    var then = here.peer("sue").get("/api/specialists/schemes?on=2022-06-01").send().isOk();
    var tennessee =
        then.json()
            .at("/schemes")
            .valueStream()
            .filter(scheme -> scheme.at("/id").asString().equals("tennessee-cprs"))
            .findFirst()
            .orElseThrow();
    assertThat(tennessee.at("/versions")).hasSize(1);
    assertThat(tennessee.at("/versions/0/version").asString()).isEqualTo("annual");
    assertThat(tennessee.at("/versions/0/experience/verified").asBoolean()).isFalse();
  }
}
