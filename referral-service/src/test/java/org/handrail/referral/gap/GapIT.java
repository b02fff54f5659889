package org.handrail.referral.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.ToldMerges;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.Providers;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ReferralServiceIT
class GapIT {
  private final Coalition coalition;
  private final Providers providers;
  private final UnmetNeeds needs;
  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final ToldMerges merges;
  private final String need = "need-" + UUID.randomUUID();

  GapIT(
      Coalition coalition,
      Providers providers,
      UnmetNeeds needs,
      Transactions transactions,
      JdbcClient jdbc) {
    this.coalition = coalition;
    this.providers = providers;
    this.needs = needs;
    this.transactions = transactions;
    this.jdbc = jdbc;
    merges = new ToldMerges(transactions, jdbc, new AgencyId("riverbend"));
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
    Instant now = coalition.clock().instant();
    coalition.clock().set(now);
    providers.term(need);
  }

  @Test
  void whatTheCoalitionReadsIsInWordsOfTheDirectoryAlone() {
    UUID client = coalition.client();
    Answer refused =
        coalition
            .maya()
            .post("/api/gaps/needs")
            .body(Map.of("clientId", client, "need", "gil-brook-555-0100"))
            .send()
            .isProblem(400, "invalid")
            .hasFault("/need", "unknown");
    assertThat(refused.text()).contains("residential-treatment").doesNotContain("gil-brook");
    coalition
        .maya()
        .post("/api/gaps/needs")
        .body(Map.of("clientId", client, "need", need, "area", "lives-at-12-elm"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/area", "unknown");
    for (String area : List.of("amity-county", "port-amity", "44870")) {
      coalition
          .maya()
          .post("/api/gaps/needs")
          .body(Map.of("clientId", client, "need", need, "area", area))
          .send()
          .isCreated();
    }
  }

  @Test
  @Proves({"C14", "ANA-1", "ANA-2"})
  void tellsAnAgencyOfItsOwnPeopleFromElevenOn() {
    notes("riverbend", 10);
    notes("hillcrest", 30);
    assertThat(cell(admin("riverbend")).path("hidden").asBoolean()).isTrue();
    assertThat(cell(admin("riverbend")).has("people")).isFalse();

    UUID eleventh = coalition.client();
    note(eleventh).isCreated();
    note(eleventh).isCreated();

    assertThat(cell(admin("riverbend")).path("people").asInt()).isEqualTo(11);
  }

  @Test
  void tellsTheCoalitionNothingThatFewerThanThreeAgenciesSay() {
    notes("riverbend", 20);
    notes("hillcrest", 20);
    assertThat(cell(coalition.olive()).path("hidden").asBoolean()).isTrue();
    notes("lakeview", 1);
    assertThat(cell(coalition.olive()).path("people").asInt()).isEqualTo(41);
    assertThat(
            coalition
                .olive()
                .get("/api/gaps?quarter=1999-Q1")
                .send()
                .isOk()
                .json()
                .at("/items")
                .isEmpty())
        .isTrue();
  }

  @Test
  void theQuarterEndsWhenItDoesWhereTheCoalitionIs() {
    coalition.clock().set(Instant.parse("2031-01-01T04:59:59Z"));
    notes("riverbend", 11);
    assertThat(cell(admin("riverbend")).path("people").asInt()).isEqualTo(11);
    coalition.clock().set(Instant.parse("2031-01-01T05:00:00Z"));
    Answer next = admin("riverbend").get("/api/gaps").send().isOk();
    assertThat(next.at("/quarter")).isEqualTo("2031-Q1");
    assertThat(next.text()).doesNotContain(need);
    assertThat(admin("riverbend").get("/api/gaps?quarter=2030-Q4").send().text()).contains(need);
  }

  @Test
  void smallNumbersDoNotEvenLeaveTheDatabase() {
    notes("riverbend", 4);
    notes("hillcrest", 3);
    notes("lakeview", 3);
    assertThat(
            transactions.<Integer>reading(
                () ->
                    jdbc.sql(
                            """
                            select count(*) from unmet_needs_of_all('2000-01-01', '2200-01-01')
                            where people < 11
                            """)
                        .query(Integer.class)
                        .single()))
        .isZero();
    assertThat(
            transactions.<Integer>reading(
                () -> jdbc.sql("select count(*) from unmet_need").query(Integer.class).single()))
        .isZero();
  }

  @Test
  void isNotedByCodesForOnesOwnClientAndReadByWhoOrganizes() {
    UUID client = coalition.client();
    Map<String, Object> body = Map.of("clientId", client, "need", need, "area", "amity-county");
    coalition.maya().post("/api/gaps/needs").body(body).send().isCreated();
    coalition
        .as("noor", "riverbend", Role.PEER_SPECIALIST)
        .post("/api/gaps/needs")
        .body(body)
        .send()
        .isNotFound();
    coalition
        .maya()
        .post("/api/gaps/needs")
        .body(Map.of("clientId", client, "need", "She needs a bed"))
        .send()
        .isProblem(400, "invalid");
    coalition.maya().get("/api/gaps").send().isProblem(403, "role-not-allowed");
    admin("riverbend").get("/api/gaps?quarter=2026-Q5").send().isProblem(400, "invalid");
  }

  @Test
  void isNotedWhereThereWasNoChoice() {
    UUID client = coalition.client();
    coalition
        .maya()
        .post("/api/option-sets")
        .body(Map.of("clientId", client, "need", need, "services", List.of(providers.service())))
        .send()
        .isCreated();

    assertThat(because()).containsExactly("fewer-than-two-options");
  }

  @Test
  void isNotedWhenAReferralFoundNoPlaceOnceTheRequesterMayKnow() {
    Coalition.DOOR.down();
    List<UUID> referrals = providers.delivered(providers.service(), 2, need);
    coalition
        .answer(referrals.getFirst(), Map.of("step", "rejected", "reason", "no-capacity"))
        .isOk();
    assertThat(because()).isEmpty();

    coalition.clock().reset();
    coalition.doorIsBack();
    coalition.requesterSees(referrals.getFirst(), "no-capacity");
    assertThat(Eventually.get(this::because, found -> !found.isEmpty()))
        .containsExactly("no-capacity");

    Answer seen = coalition.maya().get("/api/referrals/{id}", referrals.getLast()).send();
    coalition
        .maya()
        .post("/api/referrals/{id}/cancellation", referrals.getLast())
        .ifMatch(seen)
        .body(Map.of("reason", "client-declined"))
        .send()
        .isOk();
    assertThat(because()).containsExactly("no-capacity", "none-fits");
  }

  @Test
  @Proves("C14")
  void noneOfTheseCountsWhereThePlacesAre() {
    UUID client = coalition.client();
    UUID harborlight = coalition.residential().getFirst();
    UUID set =
        coalition
            .options()
            .present(
                client, need, List.of(harborlight), Map.of("wishes", Map.of("services", List.of())))
            .isCreated()
            .id();
    Map<String, Object> none = Map.of("act", coalition.act("in-person"));
    coalition.maya().post("/api/option-sets/{id}/none-of-these", set).body(none).send().isCreated();

    assertThat(because()).containsExactly("fewer-than-two-options", "none-fits");
    assertThat(areas()).containsExactly("port-amity");
    Answer nowhere =
        coalition.options().present(client, need, List.of(providers.service())).isCreated();
    assertThat(nowhere.status()).isEqualTo(201);
    assertThat(areas()).containsExactly("port-amity", "unknown");
  }

  @Test
  @Proves("C14")
  void noneOfTheseCountsNoMoreOnceTheClientChoosesOneOfThem() {
    notes("riverbend", 10);
    UUID service = providers.service();
    UUID set =
        coalition
            .options()
            .present(coalition.client(), need, List.of(service, providers.service()))
            .isCreated()
            .id();
    Map<String, Object> none = Map.of("act", coalition.act("in-person"));
    coalition.maya().post("/api/option-sets/{id}/none-of-these", set).body(none).send().isCreated();
    assertThat(cell(admin("riverbend")).path("people").asInt()).isEqualTo(11);

    coalition.options().choose(set, service).isCreated();

    assertThat(cell(admin("riverbend")).path("hidden").asBoolean()).isTrue();
    notes("hillcrest", 1);
    notes("lakeview", 1);
    assertThat(cell(coalition.olive()).path("people").asInt()).isEqualTo(12);
  }

  @Test
  @Proves("C14")
  void whomAPlaceTurnsAwayIsCounted() {
    List<String> reasons =
        List.of(
            "not-eligible",
            "service-not-offered",
            "additional-assessment-required",
            "client-declined");
    List<UUID> referrals = providers.delivered(providers.service(), reasons.size(), need);
    for (int i = 0; i < reasons.size(); i++) {
      coalition
          .answer(referrals.get(i), Map.of("step", "rejected", "reason", reasons.get(i)))
          .isOk();
    }

    assertThat(Eventually.get(this::because, found -> found.size() == reasons.size()))
        .containsExactly("none-fits", "turned-away", "turned-away", "turned-away");
  }

  @Test
  @Proves("C14")
  void whoHadComeAndIsGivenBackIsNotCounted() {
    List<UUID> referrals = providers.delivered(providers.service(), 2, need);
    UUID came = referrals.getFirst();
    coalition.answer(came, Map.of("step", "accepted")).isOk();
    coalition.answer(came, Map.of("step", "attended")).isOk();
    coalition.answer(came, Map.of("step", "returned", "reason", "client-declined")).isOk();
    Eventually.get(
        () -> coalition.maya().get("/api/referrals/{id}", came).send(),
        seen -> seen.at("/status").equals("cancelled"));
    // Heard after it.
    coalition
        .answer(referrals.getLast(), Map.of("step", "rejected", "reason", "not-eligible"))
        .isOk();

    assertThat(Eventually.get(this::because, found -> found.contains("turned-away")))
        .containsExactly("turned-away");
  }

  @Test
  @Proves("C14")
  void whoIsCountedInAnAreaIsNotCountedOnceMoreWhereNoneIsKnown() {
    List<UUID> eleven = Stream.generate(coalition::client).limit(11).toList();
    eleven.forEach(client -> note(client).isCreated());
    assertThat(cell(admin("riverbend"), "unknown").path("people").asInt()).isEqualTo(11);
    notes("hillcrest", 1);
    notes("lakeview", 1);
    assertThat(cell(coalition.olive(), "unknown").path("people").asInt()).isEqualTo(13);

    note(eleven.getFirst(), "amity-county").isCreated();

    assertThat(cell(admin("riverbend"), "unknown").path("hidden").asBoolean()).isTrue();
    assertThat(cell(coalition.olive(), "unknown").path("people").asInt()).isEqualTo(12);
    assertThat(cell(admin("riverbend"), "amity-county").path("hidden").asBoolean()).isTrue();
  }

  @Test
  void whatWasNotedByMistakeIsTakenBackAndCountsNoMore() {
    notes("riverbend", 10);
    UUID client = coalition.client();
    Answer noted = note(client).isCreated();
    String address = noted.header("Location");
    assertThat(coalition.maya().get(address).send().isOk().text()).isEqualTo(noted.text());
    assertThat(cell(admin("riverbend")).path("people").asInt()).isEqualTo(11);
    Api noor = coalition.as("noor", "riverbend", Role.PEER_SPECIALIST);
    noor.get(address).send().isNotFound();
    noor.post(address + "/withdrawal").send().isNotFound();

    Answer taken = coalition.maya().post(address + "/withdrawal").send().isOk();
    coalition.maya().post(address + "/withdrawal").send().isOk();

    assertThat(taken.json().at("/takenBack").asBoolean()).isTrue();
    assertThat(cell(admin("riverbend")).path("hidden").asBoolean()).isTrue();
  }

  @Test
  void countsPeopleAndNotRecordsOfTheirs() {
    List<UUID> ten = Stream.generate(coalition::client).limit(10).toList();
    ten.forEach(client -> note(client).isCreated());
    UUID merged = coalition.client();
    note(merged).isCreated();
    notes("hillcrest", 1);
    notes("lakeview", 1);
    assertThat(cell(admin("riverbend")).path("people").asInt()).isEqualTo(11);
    assertThat(cell(coalition.olive()).path("people").asInt()).isEqualTo(13);

    merges.merge(merged, ten.getFirst());
    assertThat(cell(admin("riverbend")).path("hidden").asBoolean()).isTrue();
    assertThat(cell(coalition.olive()).path("people").asInt()).isEqualTo(12);

    merges.undo(merged);
    assertThat(cell(admin("riverbend")).path("people").asInt()).isEqualTo(11);
    // The need of a merged record is the person's, though nobody noted it on the one that stands.
    merges.merge(merged, coalition.client());
    assertThat(cell(admin("riverbend")).path("people").asInt()).isEqualTo(11);
    assertThat(cell(coalition.olive()).path("people").asInt()).isEqualTo(13);
  }

  @Test
  void whoMayBeCountedAlreadyIsNotWhatMakesANumberTold() {
    notes("riverbend", 10);
    UUID merged = coalition.client();
    note(merged).isCreated();
    notes("hillcrest", 1);
    notes("lakeview", 1);
    merges.mergeAsBefore(merged);
    assertThat(cell(admin("riverbend")).path("hidden").asBoolean()).isTrue();
    assertThat(cell(coalition.olive()).path("people").asInt()).isEqualTo(12);
  }

  private List<String> because() {
    return AgencyScope.as(new AgencyId("riverbend"))
        .call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql("select because from unmet_need where need = ? order by because")
                            .param(need)
                            .query(String.class)
                            .list()));
  }

  private void notes(String agency, int people) {
    var id = new AgencyId(agency);
    AgencyScope.as(id)
        .run(
            () ->
                transactions.run(
                    () -> {
                      for (int i = 0; i < people; i++) {
                        needs.note(
                            id,
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            need,
                            List.of(),
                            Unmet.NO_CAPACITY);
                      }
                    }));
  }

  private Answer note(UUID client) {
    return coalition
        .maya()
        .post("/api/gaps/needs")
        .body(Map.of("clientId", client, "need", need))
        .send();
  }

  private Answer note(UUID client, String area) {
    return coalition
        .maya()
        .post("/api/gaps/needs")
        .body(Map.of("clientId", client, "need", need, "area", area))
        .send();
  }

  private List<String> areas() {
    return AgencyScope.as(new AgencyId("riverbend"))
        .call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql(
                                "select distinct area from unmet_need where need = ? order by area")
                            .param(need)
                            .query(String.class)
                            .list()));
  }

  private Api admin(String agency) {
    return coalition.as("ada", agency, Role.AGENCY_ADMIN);
  }

  private JsonNode cell(Api reader) {
    return cell(reader, UnmetNeeds.NO_AREA);
  }

  private JsonNode cell(Api reader, String area) {
    Answer report = reader.get("/api/gaps").send().isOk();
    return report
        .json()
        .at("/items")
        .valueStream()
        .filter(item -> item.path("need").asString().equals(need))
        .filter(item -> item.path("area").asString().equals(area))
        .findFirst()
        .orElseThrow();
  }
}
