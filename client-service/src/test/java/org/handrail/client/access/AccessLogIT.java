package org.handrail.client.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.AtOnce;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@HandrailIT
class AccessLogIT {
  private final ClientService service;
  private final SettableClock clock;
  private final RequestMappingHandlerMapping addresses;

  AccessLogIT(
      Api api,
      TokenIssuer tokens,
      SettableClock clock,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping addresses) {
    service = new ClientService(api, tokens);
    this.clock = clock;
    this.addresses = addresses;
  }

  @Test
  @Proves("V11")
  void theClientSeesWhoLookedAtWhatAndWhen() {
    clock.set(Instant.parse("2026-11-20T10:10:00Z"));
    var id = service.registers("Noor");
    service.hasOwnSignIn(id);
    for (int i = 0; i < 3; i++) {
      service.rosaTheSupervisor().get("/api/clients/{id}", id).send().isOk();
    }
    service.priyaThePrivacyOfficer().get("/api/consents?clientId=" + id).send().isOk();
    // Who may not see the client is not in this log, and neither is the client.
    service.paul().get("/api/clients/{id}", id).send().isNotFound();
    service.noor().get("/api/clients/{id}", id).send().isOk();
    clock.set(Instant.parse("2026-11-20T11:30:00Z"));
    service.rosaTheSupervisor().get("/api/clients/{id}", id).send().isOk();

    assertThat(looks(service.noor(), id))
        .contains(
            TokenIssuer.subject("rosa") + " supervisor clients 2026-11-20T10:10:00Z",
            TokenIssuer.subject("rosa") + " supervisor clients 2026-11-20T11:30:00Z",
            TokenIssuer.subject("priya") + " privacy-officer consents 2026-11-20T10:10:00Z")
        .doesNotHaveDuplicates()
        .noneMatch(look -> look.startsWith(TokenIssuer.subject("paul").value()))
        .noneMatch(look -> look.startsWith(service.clientsSubject("noor").value()));
    assertThat(
            looks(service.noor(), id).stream().filter(look -> look.contains("supervisor clients ")))
        .hasSize(2);
  }

  @Test
  void aListIsALookAtEverybodyOnIt() {
    clock.set(Instant.parse("2026-11-20T10:10:00Z"));
    var id = service.registers(service.paul(), "Olly");
    clock.set(Instant.parse("2026-11-20T12:10:00Z"));
    service.paul().get("/api/clients?limit=200").send().isOk();
    assertThat(looks(service.paul(), id))
        .anyMatch(look -> look.endsWith("primary clients 2026-11-20T12:10:00Z"));
  }

  @Test
  @Proves("V11")
  void whoeverIsShownAClientsIdStandsInTheLogWithTheirName() {
    var id = service.registers("Lo");
    service.hasOwnSignIn(id, "lo");
    var lo = service.client("lo");
    lo.post("/api/disclosures/list-requests")
        .body(Map.of("clientId", id, "kind", "accounting", "act", ClientService.ownAct()))
        .send()
        .isCreated();
    service.priyaThePrivacyOfficer().get("/api/disclosures/list-requests?limit=200").send().isOk();
    assertThat(looks(lo, id))
        .anyMatch(
            look ->
                look.startsWith(
                    TokenIssuer.subject("priya") + " privacy-officer disclosures-list-requests"));
    assertThat(lo.get("/api/clients/{id}/access-log", id).send().isOk().json().at("/items"))
        .allSatisfy(look -> assertThat(look.at("/name").asString()).isNotBlank());
  }

  @Test
  void ofALookThatWouldTellOnlyThoseReadWhoMayKnow() {
    clock.set(Instant.parse("2026-11-20T10:10:00Z"));
    var id = service.registers("Noor");
    service.hasOwnSignIn(id);
    service.backedByPaul(service.maya(), id);
    service
        .paul()
        .post("/api/clients/{id}/specialist-changes", id)
        .body(Map.of("act", ClientService.act()))
        .send()
        .isCreated();
    service
        .rosaTheSupervisor()
        .post("/api/specialists/me/dual-relationships")
        .body(Map.of("clientId", id))
        .send()
        .isCreated();
    affectedByABreach(id);

    assertThat(kinds(service.noor(), id))
        .contains("clients-specialist-changes", "disclosures-breaches-people")
        .doesNotContain("specialists-me-dual-relationships");
    for (var other : List.of(service.maya(), service.paul(), service.rosaTheSupervisor())) {
      assertThat(kinds(other, id))
          .doesNotContain(
              "clients-specialist-changes",
              "disclosures-breaches-people",
              "specialists-me-dual-relationships");
    }
    assertThat(kinds(service.privacyOfficerAtTheirSide(), id))
        .contains("disclosures-breaches-people")
        .doesNotContain("clients-specialist-changes", "specialists-me-dual-relationships");
  }

  private void affectedByABreach(UUID client) {
    var priya = service.priyaThePrivacyOfficer();
    var breach =
        priya
            .post("/api/disclosures/breaches")
            .body(
                Map.of("discoveredAt", "2026-11-20T09:00:00Z", "what", "A folder left on the bus"))
            .send()
            .isCreated();
    priya
        .post("/api/disclosures/breaches/{id}/people", breach.id())
        .body(Map.of("clientIds", List.of(client)))
        .ifMatch(priya.get("/api/disclosures/breaches/{id}", breach.id()).send().isOk())
        .send()
        .isOk();
  }

  @Test
  void whatIsKeptFromSomebodyIsAtAnAddressThatThereIs() {
    var kinds =
        addresses.getHandlerMethods().keySet().stream()
            .flatMap(mapping -> mapping.getPatternValues().stream())
            .map(LookKind::of)
            .toList();
    for (var reader : LogReader.values()) {
      assertThat(reader.keptFrom())
          .allSatisfy(kept -> assertThat(kinds).anyMatch(kind -> kind.startsWith(kept)));
    }
  }

  @Test
  void strangersSeeNoLog() {
    var id = service.registers("Oda");
    for (var stranger : List.of(service.paul(), service.carl(), service.noor())) {
      stranger.get("/api/clients/{id}/access-log", id).send().isNotFound();
    }
  }

  @Test
  void twoFirstLooksAtOnceAreOne() throws Exception {
    var id = service.registers("Noor");
    service.hasOwnSignIn(id);
    AtOnce.both(_ -> service.rosaTheSupervisor().get("/api/clients/{id}", id).send().isOk());
    assertThat(
            looks(service.noor(), id).stream().filter(look -> look.contains("supervisor clients ")))
        .hasSize(1);
  }

  private static List<String> kinds(Api reader, UUID id) {
    return reader
        .get("/api/clients/{id}/access-log?limit=200", id)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .map(look -> look.at("/kind").asString())
        .toList();
  }

  private static List<String> looks(Api reader, UUID id) {
    var found = new ArrayList<String>();
    var next = "";
    do {
      var page = reader.get("/api/clients/" + id + "/access-log?limit=2" + next).send().isOk();
      page.json()
          .at("/items")
          .forEach(
              look ->
                  found.add(
                      String.join(
                          " ",
                          look.at("/subject").asString(),
                          look.at("/as").asString(),
                          look.at("/kind").asString(),
                          look.at("/at").asString())));
      next = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!next.isEmpty());
    return found;
  }
}
