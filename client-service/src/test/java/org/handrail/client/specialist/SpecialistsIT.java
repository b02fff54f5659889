package org.handrail.client.specialist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** Who keeps the roster, who is on it, and who sees whom. */
@HandrailIT
class SpecialistsIT {
  private static final Map<String, Object> ENTRY =
      Map.of("name", "May", "programme", "Harbor Nights", "roleText", "Nights at the harbor");

  private final Roster here;
  private final Roster there;

  SpecialistsIT(Api api, TokenIssuer tokens) {
    here = new Roster(api, tokens, "fernhill");
    there = new Roster(api, tokens, "oakmoor");
  }

  @Test
  void theAgencyKeepsTheRosterAndSpecialistsSeeThemselves() {
    var may = here.joins("may");
    var ned = here.joins("ned");
    var path = "/api/specialists/" + may;
    for (var keeper : List.of(here.admin(), here.supervisor())) {
      assertThat(keeper.get(path).send().isOk().at("/roleText"))
          .isEqualTo("Walks with people after detox");
    }
    assertThat(here.peer("may").get("/api/specialists/me").send().isOk().id()).isEqualTo(may);
    here.peer("may").get(path).send().isOk();
    here.peer("may").get("/api/specialists/{id}", ned).send().isNotFound();
    assertThat(here.peer("may").get("/api/specialists").send().isOk().json().at("/items"))
        .hasSize(1);
    here.peer("ida").get("/api/specialists/me").send().isNotFound();

    for (var stranger :
        List.of(
            there.supervisor(), there.as("may", AGENCY_ADMIN), there.as("x", PEER_SPECIALIST))) {
      stranger.get(path).send().isNotFound();
    }
    there.supervisor().put(path).body(ENTRY).ifMatch(1).send().isNotFound();
    here.as("ina", INTAKE_COORDINATOR).get(path).send().isProblem(403, "role-not-allowed");
    here.as("cli", CLIENT).get(path).send().isProblem(403, "role-not-allowed");
    here.peer("may").post("/api/specialists").body(ENTRY).send().isProblem(403, "role-not-allowed");
  }

  @Test
  @Proves("R4")
  void nobodyStandsOnTheRosterWhomNobodyHasSeenWalkWithClients() {
    here.adds("no-such-person", "Nia").isProblem(409, "colleague-unknown");
    there.peer("oak").get("/api/specialists").send().isOk();
    here.adds(there.subject("oak"), "Oak").isProblem(409, "colleague-unknown");
    here.as("ina", INTAKE_COORDINATOR).get("/api/specialists").send().hasStatus(403);
    here.adds(here.subject("ina"), "Ina").isProblem(409, "colleague-unknown");
    var client = here.registers(here.peer("may"), "Kit");
    here.signsIn(here.peer("may"), client, "kit").get("/api/clients/{id}", client).send().isOk();
    here.adds(here.subject("kit"), "Kit").isProblem(409, "colleague-unknown");
    assertThat(here.supervisor().get("/api/specialists").send().isOk().text())
        .doesNotContain("Nia", "Oak", "Ina", "Kit");
  }

  @Test
  void anEntryChangesWithItsVersionAndNobodyStandsThereTwice() {
    var pia = here.joins("pia");
    var path = "/api/specialists/" + pia;
    var seen = here.admin().get(path).send().isOk();
    here.admin().put(path).body(ENTRY).send().isProblem(428, "precondition-required");
    var changed = here.admin().put(path).body(ENTRY).ifMatch(seen).send().isOk();
    assertThat(changed.at("/programme")).isEqualTo("Harbor Nights");
    here.admin().put(path).body(ENTRY).ifMatch(seen).send().isProblem(412, "version-conflict");
    here.admin()
        .post("/api/specialists")
        .body(
            Map.of(
                "subject", here.subject("pia"), "name", "Pia", "programme", "P", "roleText", "R"))
        .send()
        .isProblem(409, "already-on-roster");
    here.admin()
        .post("/api/specialists")
        .body(Map.of("subject", here.subject("new"), "name", " ", "programme", "P"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/name", "missing")
        .hasFault("/roleText", "missing");
  }

  @Test
  void whatSomebodyOffersOnlyTheyCanSay() {
    var ola = here.joins("ola");
    var path = "/api/specialists/" + ola + "/offers";
    var offers = Map.of("gender", "woman", "livedExperience", List.of("detox", "parenting"));
    here.supervisor().put(path).body(offers).ifMatch(1).send().isProblem(409, "oneself-only");
    var offered = here.peer("ola").put(path).body(offers).ifMatch(1).send().isOk();
    assertThat(offered.json().at("/offers/livedExperience")).hasSize(2);
    assertThat(offered.json().at("/offers/takesNew").asBoolean()).isTrue();
    here.peer("ola")
        .put(path)
        .body(Map.of("gender", "a Woman"))
        .ifMatch(2)
        .send()
        .isProblem(400, "invalid")
        .hasFault("/gender", "pattern");
  }

  @Test
  void listsByPages() {
    var all = List.of(there.joins("a"), there.joins("b"), there.joins("c"));
    var seen = new ArrayList<UUID>();
    var next = "";
    do {
      var page = there.supervisor().get("/api/specialists?limit=2" + next).send().isOk();
      page.json().at("/items").forEach(it -> seen.add(UUID.fromString(it.at("/id").asString())));
      next = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!next.isEmpty());
    assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void theAgencyChoosesHowItKeepsItsRoster() {
    var path = "/api/specialists/settings";
    var agency = here.as("rita", SUPERVISOR, AGENCY_ADMIN);
    var byDefault = agency.get(path).send().isOk();
    assertThat(byDefault.at("/roster")).isEqualTo("advisory");
    assertThat(byDefault.json().at("/caseloadCap").asInt()).isEqualTo(15);
    assertThat(byDefault.etag()).isEqualTo("\"0\"");
    for (var zone : List.of("Moon", "UTC-05:00", "-05:00", "EST", "America/Atlantis")) {
      var setting =
          Map.of("roster", "advisory", "caseloadCap", 12, "supervisionMinutes", 90, "zone", zone);
      agency
          .put(path)
          .body(setting)
          .ifMatch(byDefault)
          .send()
          .isProblem(400, "invalid")
          .hasFault("/zone", "unknown");
    }
    var chicago =
        Map.of(
            "roster",
            "advisory",
            "caseloadCap",
            12,
            "supervisionMinutes",
            90,
            "zone",
            "America/Chicago");
    here.supervisor()
        .put(path)
        .body(chicago)
        .ifMatch(byDefault)
        .send()
        .isProblem(403, "role-not-allowed");
    var chosen = agency.put(path).body(chicago).ifMatch(byDefault).send().isOk();
    assertThat(chosen.json().at("/supervisionMinutes").asInt()).isEqualTo(90);
    agency.put(path).body(chicago).ifMatch(byDefault).send().isProblem(412, "version-conflict");
    assertThat(there.admin().get(path).send().isOk().at("/zone")).isEqualTo("America/New_York");
  }
}
