package org.handrail.referral.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Providers;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceIT
class CapacityIT {
  private static final AgencyId HARBORLIGHT = new AgencyId("harborlight");

  private final Coalition coalition;
  private final Providers providers;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  CapacityIT(Coalition coalition, Providers providers, Transactions transactions, JdbcClient jdbc) {
    this.coalition = coalition;
    this.providers = providers;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  static Map<String, Object> places(int total, int free) {
    return Map.of("total", total, "free", free);
  }

  static Map<String, Object> first(UUID service, String unit, int total, int free) {
    return Map.of("serviceId", service, "unit", unit, "places", places(total, free));
  }

  @Test
  void isSaidByWhoRunsTheServiceAndReadByEverybody() {
    UUID service = providers.service();
    Map<String, Object> women = new HashMap<>(first(service, "bed", 4, 2));
    women.put("kind", "women");
    Answer said = coalition.hana().post("/api/capacity").body(women).send().isCreated();

    Answer read = coalition.maya().get("/api/capacity?serviceId={id}", service).send().isOk();
    assertThat(read.at("/items/0/id")).isEqualTo(said.id().toString());
    assertThat(read.at("/items/0/kind")).isEqualTo("women");
    assertThat(read.json().at("/items/0/free").asInt()).isEqualTo(2);
    assertThat(read.at("/items/0/agency")).isEqualTo("harborlight");
    assertThat(read.at("/items/0/asOf")).isNotEmpty();
    assertThat(read.at("/items/0/age")).isEqualTo("PT0S");
    assertThat(read.json().at("/items/0").has("own")).isFalse();
    assertThat(said.json().has("own")).isTrue();
    coalition.hana().post("/api/capacity").body(women).send().isProblem(409, "capacity-exists");
  }

  @Test
  void nobodyElseSaysIt() {
    UUID service = providers.service();
    Map<String, Object> body = first(service, "bed", 4, 2);
    coalition.maya().post("/api/capacity").body(body).send().isProblem(403, "role-not-allowed");
    var hillcrest = coalition.as("ines", "hillcrest", Role.INTAKE_COORDINATOR);
    hillcrest.post("/api/capacity").body(body).send().isNotFound();
    Answer said = coalition.hana().post("/api/capacity").body(body).send().isCreated();

    hillcrest
        .put("/api/capacity/{id}", said.id())
        .ifMatch(said)
        .body(places(9, 9))
        .send()
        .isNotFound();
    assertThat(update("hillcrest", said.id())).isZero();
    assertThat(update("harborlight", said.id())).isOne();
  }

  /** Past the service's own check, to see the database's. */
  private int update(String agency, UUID id) {
    return AgencyScope.as(new AgencyId(agency))
        .<Integer>call(
            () ->
                transactions.inTransaction(
                    () ->
                        jdbc.sql("update capacity set free = free where id = ?")
                            .param(id)
                            .update()));
  }

  @Test
  void isSaidAnewByWhoSawWhatWasSaidAndKeepsItsHistory() {
    Answer said =
        coalition
            .hana()
            .post("/api/capacity")
            .body(first(providers.service(), "bed", 4, 2))
            .send()
            .isCreated();
    coalition
        .hana()
        .put("/api/capacity/{id}", said.id())
        .body(places(4, 1))
        .send()
        .isProblem(428, "precondition-required");
    coalition
        .hana()
        .put("/api/capacity/{id}", said.id())
        .ifMatch(said)
        .body(places(4, 1))
        .send()
        .isOk();
    coalition
        .hana()
        .put("/api/capacity/{id}", said.id())
        .ifMatch(said)
        .body(places(4, 0))
        .send()
        .isProblem(412, "version-conflict");
    coalition
        .hana()
        .put("/api/capacity/{id}", said.id())
        .ifMatch(1)
        .body(places(4, 5))
        .send()
        .isProblem(422, "capacity-deficient")
        .hasFault("/free", "more-than-total");
    Map<String, Object> tooMany = new HashMap<>(places(4, 2));
    tooMany.put("holdsAtOnce", 5);
    coalition
        .hana()
        .put("/api/capacity/{id}", said.id())
        .ifMatch(1)
        .body(tooMany)
        .send()
        .isProblem(422, "capacity-deficient")
        .hasFault("/holdsAtOnce", "more-than-total");

    Answer history = coalition.maya().get("/api/capacity/{id}/statements", said.id()).send().isOk();
    assertThat(history.json().at("/items").valueStream().map(s -> s.path("free").asInt()))
        .containsExactly(1, 2);
    assertThat(history.at("/items/0/saidBy")).isEqualTo("harborlight");
  }

  @Test
  @Proves("DIR-2")
  void isNeverShownAsFreeWhenItIsOlderThanItsTime() {
    UUID service = providers.service();
    UUID bed =
        coalition
            .hana()
            .post("/api/capacity")
            .body(first(service, "bed", 4, 2))
            .send()
            .isCreated()
            .id();
    UUID slot =
        coalition
            .hana()
            .post("/api/capacity")
            .body(first(service, "slot", 9, 3))
            .send()
            .isCreated()
            .id();

    coalition.clock().advance(Duration.ofHours(25));
    Answer old = shown(bed);
    assertThat(old.at("/reading")).isEqualTo("call-to-confirm");
    assertThat(old.json().has("free")).isFalse();
    assertThat(old.at("/lastSaid")).isEqualTo("2 of 4 free, 25 hours ago");
    assertThat(shown(slot).at("/reading")).isEqualTo("call-to-confirm");
    assertThat(shown(slot).json().has("free")).isFalse();

    coalition.clock().advance(Duration.ofDays(2));
    assertThat(shown(bed).at("/reading")).isEqualTo("unknown");
    assertThat(shown(bed).json().at("/trust").asInt()).isZero();
    assertThat(shown(slot).at("/reading")).isEqualTo("unknown");
  }

  @Test
  void placesThatWereNotThereCountAgainstTheProvidersWordTheDayAfter() {
    UUID service = providers.service();
    UUID bed =
        coalition
            .hana()
            .post("/api/capacity")
            .body(first(service, "bed", 4, 2))
            .send()
            .isCreated()
            .id();
    List<UUID> referrals = providers.accepted(service, 11);
    for (int i = 0; i < 11; i++) {
      Map<String, Object> end =
          i < 8
              ? Map.of("step", "attended")
              : turnedAway(List.of("cancelled", "returned", "transfer-proposed").get(i - 8));
      coalition.answer(referrals.get(i), end).isOk();
    }
    assertThat(shown(bed).text()).contains("fewer than 11 accepted");

    coalition.clock().advance(Duration.ofDays(1));
    Answer after = shown(bed);
    assertThat(after.text()).contains("3 to 5 of the last 10 accepted were turned away");
    assertThat(after.json().at("/trust").asInt()).isBetween(25, 31);
  }

  private Map<String, Object> turnedAway(String step) {
    Map<String, Object> end = new HashMap<>(Map.of("step", step, "reason", "no-capacity"));
    if (step.equals("transfer-proposed")) {
      end.put("proposedServiceId", coalition.residential().getLast());
    }
    return end;
  }

  @Test
  void namesForHowLongAPlaceCanBeKept() {
    UUID service = providers.service();
    for (String time : List.of("P900D", "PT168H1S", "PT59S", "PT0.5S", "PT0S", "-PT1H")) {
      Map<String, Object> said = new HashMap<>(places(4, 2));
      said.put("holdFor", time);
      Answer refused =
          coalition
              .hana()
              .post("/api/capacity")
              .body(Map.of("serviceId", service, "unit", "bed", "places", said))
              .send()
              .isProblem(422, "capacity-deficient")
              .hasFault("/holdFor", "out-of-range");
      assertThat(refused.at("/errors/0/detail")).isEqualTo("from PT1M to PT168H");
    }
  }

  @Test
  void optionsTellHowOldTheWordAboutPlacesIs() {
    UUID client = coalition.client();
    UUID service = providers.service();
    coalition.hana().post("/api/capacity").body(first(service, "bed", 4, 2)).send().isCreated();
    coalition.clock().advance(Duration.ofHours(26));

    Answer set =
        coalition
            .maya()
            .post("/api/option-sets")
            .body(
                Map.of(
                    "clientId",
                    client,
                    "need",
                    "residential-treatment",
                    "services",
                    List.of(
                        service,
                        coalition.residential().getFirst(),
                        coalition.residential().getLast())))
            .send()
            .isCreated();
    assertThat(set.at("/details/availability/0/serviceId")).isEqualTo(service.toString());
    assertThat(set.at("/details/availability/0/reading")).isEqualTo("call-to-confirm");
    assertThat(set.at("/details/availability/0/age")).isEqualTo("PT26H");
  }

  @Test
  void whatWasMistypedIsRetiredAndCountsForNothing() {
    UUID service = providers.service();
    Map<String, Object> mistyped = new HashMap<>(first(service, "bed", 4, 2));
    mistyped.put("kind", "womnen");
    Answer wrong = coalition.hana().post("/api/capacity").body(mistyped).send().isCreated();
    Map<String, Object> places = new HashMap<>(places(4, 2));
    places.put("holdsAtOnce", 1);
    coalition
        .hana()
        .post("/api/capacity")
        .body(Map.of("serviceId", service, "unit", "bed", "places", places))
        .send()
        .isCreated();
    coalition
        .as("ines", "hillcrest", Role.INTAKE_COORDINATOR)
        .post("/api/capacity/{id}/retirement", wrong.id())
        .ifMatch(wrong)
        .send()
        .isNotFound();

    Answer retired = retire(wrong).isOk();

    assertThat(retired.at("/retiredAt")).isNotEmpty();
    retire(retired).isProblem(409, "capacity-retired");
    coalition
        .hana()
        .put("/api/capacity/{id}", wrong.id())
        .ifMatch(retired)
        .body(places(1, 1))
        .send()
        .isProblem(409, "capacity-retired");
    Answer read = coalition.maya().get("/api/capacity?serviceId={id}", service).send().isOk();
    assertThat(read.json().at("/items").valueStream().map(c -> c.path("kind").asString()))
        .containsExactly("any");
    UUID referral = providers.delivered(service, 1).getFirst();
    coalition.answer(referral, Map.of("step", "acknowledged")).isOk();
    coalition.answer(referral, Map.of("step", "accepted")).isOk();
    assertThat(coalition.hana().get("/api/referrals/{id}", referral).send().at("/businessStatus"))
        .isEqualTo("hold-granted");
    coalition.hana().post("/api/capacity").body(mistyped).send().isCreated();
  }

  @Test
  void placesOfAKindOfWhichSomeAreKeptAreNotRetired() {
    UUID service = providers.service();
    Answer said =
        coalition.hana().post("/api/capacity").body(first(service, "bed", 4, 2)).send().isCreated();
    UUID referral = providers.accepted(service, 1).getFirst();
    Answer hold =
        coalition
            .hana()
            .post("/api/capacity/{id}/holds", said.id())
            .body(Map.of("referralId", referral))
            .send()
            .isCreated();
    retire(said).isProblem(409, "places-kept");
    coalition
        .hana()
        .post("/api/capacity/{id}/holds/{hold}/release", said.id(), hold.id())
        .send()
        .isOk();
    retire(said).isOk();
  }

  private Answer retire(Answer seen) {
    return coalition.hana().post("/api/capacity/{id}/retirement", seen.id()).ifMatch(seen).send();
  }

  @Test
  void isReadInPages() {
    for (int i = 0; i < 3; i++) {
      coalition.hana().post("/api/capacity").body(first(providers.service(), "slot", 1, 1)).send();
    }
    var seen = new ArrayList<String>();
    String next = "";
    do {
      String after = next.isEmpty() ? "" : "&after=" + next;
      Answer page = coalition.maya().get("/api/capacity?limit=2" + after).send().isOk();
      page.json().at("/items").valueStream().forEach(item -> seen.add(item.path("id").asString()));
      next = page.at("/next");
    } while (!next.isEmpty());

    assertThat(seen).doesNotHaveDuplicates().hasSize(count());
    coalition.maya().get("/api/capacity?after=x").send().isProblem(400, "invalid");
  }

  private int count() {
    return AgencyScope.as(HARBORLIGHT)
        .<Integer>call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql("select count(*) from capacity where retired_at is null")
                            .query(Integer.class)
                            .single()));
  }

  private Answer shown(UUID id) {
    return coalition.maya().get("/api/capacity/{id}", id).send().isOk();
  }
}
