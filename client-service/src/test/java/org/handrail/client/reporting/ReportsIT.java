package org.handrail.client.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.reporting.OfOneClient.with;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class ReportsIT {
  private static final Instant LONG_AGO = Instant.parse("2019-01-01T00:00:00Z");

  private final ClientService service;
  private final Meetings meetings;
  private final SettableClock clock;
  private final LocalDate today;
  private final Api sam;
  private final UUID client;
  private final OfOneClient of;

  ReportsIT(Api api, TokenIssuer tokens, SettableClock clock) {
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
    this.clock = clock;
    today = LocalDate.now(clock.withZone(Roster.ZONE));
    sam = meetings.somebodyNew();
    client = meetings.clientOf(sam);
    of = new OfOneClient(sam, client, today);
  }

  @Test
  @Proves("REP-1")
  void whatIsDueAndWhatIsLateIsListedByGrant() {
    var enrollment = of.enrols(today.minusDays(160)).isCreated();
    var due = of.due();
    assertThat(due).hasSize(2);
    assertThat(due.get(0).at("/point").asString()).isEqualTo("baseline");
    assertThat(due.get(0).at("/overdue").asBoolean()).isTrue();
    assertThat(due.get(1).at("/point").asString()).isEqualTo("reassessment");
    assertThat(due.get(1).at("/overdue").asBoolean()).isFalse();
    assertThat(due.get(1).at("/closes").asString())
        .isEqualTo(today.minusDays(160).plusDays(210).toString());
    of.reports(enrollment, of.part("baseline", "a", "completed")).isCreated();
    of.reports(enrollment, of.part("baseline", "c", "completed")).isCreated();
    assertThat(of.due())
        .extracting(it -> it.at("/point").asString())
        .containsExactly("reassessment");
    sam.get("/api/clients/reassessments?grant=my-uncle").send().isProblem(422, "grant-unknown");
    for (var stranger : List.of(meetings.somebodyNew(), service.carl())) {
      assertThat(
              stranger
                  .get("/api/clients/reassessments?grant=samhsa-sor&limit=200")
                  .send()
                  .isOk()
                  .text())
          .doesNotContain(client.toString());
    }
    assertThat(everyPage(service.rosaTheSupervisor())).contains(client.toString());
  }

  @Test
  @Proves("REP-1")
  void theLastDayIsOverWhenItIsAtTheAgency() {
    clock.set(Instant.parse("2027-10-22T02:00:00Z"));
    of.enrols(LocalDate.parse("2027-10-22"))
        .isProblem(400, "invalid")
        .hasFault("/startedOn", "in-future");
    var enrollment = of.enrols(LocalDate.parse("2027-10-21")).isCreated();
    clock.set(Instant.parse("2027-11-21T04:59:59Z"));
    assertThat(of.due().getFirst().at("/closes").asString()).isEqualTo("2027-11-20");
    assertThat(of.due().getFirst().at("/overdue").asBoolean()).isFalse();
    of.reports(enrollment, with(of.part("baseline", "a", "completed"), "on", "2027-11-21"))
        .isProblem(422, "report-part-deficient")
        .hasFault("/on", "in-future");
    clock.set(Instant.parse("2027-11-21T05:00:00Z"));
    assertThat(of.due().getFirst().at("/overdue").asBoolean()).isTrue();
  }

  @Test
  @Proves("REP-1")
  void nothingWasReportedBeforeItWasAskedForAndLateItIsTaken() {
    var enrollment = of.enrols(today.minusDays(160)).isCreated();
    var baseline = of.part("baseline", "a", "completed");
    var reassessment = of.part("reassessment", "a", "completed");
    for (var early :
        List.of(
            with(baseline, "on", "1900-01-01"),
            with(baseline, "on", today.minusDays(161).toString()),
            with(reassessment, "on", today.minusDays(11).toString()))) {
      of.reports(enrollment, early)
          .isProblem(422, "report-part-deficient")
          .hasFault("/on", "before-window");
    }
    assertThat(of.due()).hasSize(2).noneMatch(it -> it.has("partA"));
    of.reports(enrollment, with(baseline, "on", today.minusDays(160).toString())).isCreated();
    of.reports(enrollment, baseline).isCreated();
    of.reports(enrollment, with(reassessment, "on", today.minusDays(10).toString())).isCreated();
  }

  @Test
  @Proves("REP-1")
  void onePersonIsDueOnceAndOnARecordWhereItCanBeClosed() {
    var enrollment = of.enrols(today.minusDays(160)).isCreated();
    var surviving = meetings.clientOf(sam);
    var merge = "/api/clients/" + client + "/merge";
    service.rosaTheSupervisor().post(merge).body(Map.of("into", surviving)).send().isCreated();
    assertThat(of.due()).hasSize(2);
    of.reports(enrollment, of.part("baseline", "a", "completed")).isCreated();
    sam.post("/api/clients/{id}/grant-enrollments", surviving)
        .body(Map.of("grant", "samhsa-sor", "startedOn", today.minusDays(3).toString()))
        .send()
        .isCreated();
    assertThat(of.due())
        .extracting(it -> it.at("/clientId").asString())
        .containsOnly(surviving.toString());
    of.ends(enrollment, today).isOk();
    service.rosaTheSupervisor().delete(merge).send().hasStatus(204);
    assertThat(of.due())
        .extracting(it -> it.at("/clientId").asString())
        .contains(client.toString(), surviving.toString());
  }

  @Test
  @Proves("REP-2")
  void aRefusalIsKeptAndHoldsNothingUp() {
    var enrollment = of.enrols(today.minusDays(3)).isCreated();
    of.reports(enrollment, with(of.part("baseline", "c", "refused"), "act", null))
        .isProblem(422, "report-part-deficient")
        .hasFault("/act", "missing");
    of.reports(enrollment, of.part("baseline", "c", "refused")).isCreated();
    var waiting = of.due();
    assertThat(waiting).hasSize(1);
    assertThat(waiting.getFirst().at("/partC").asString()).isEqualTo("refused");
    assertThat(waiting.getFirst().has("partA")).isFalse();
    of.reports(
            enrollment,
            with(
                of.part("baseline", "a", "completed"),
                "sections",
                Map.of("A", Map.of("a-site", "downtown"), "E", Map.of("e-services", "peer"))))
        .isCreated();
    assertThat(of.due()).isEmpty();
    of.reports(enrollment, of.part("baseline", "a", "refused"))
        .isProblem(422, "report-part-deficient")
        .hasFault("/outcome", "not-possible");
  }

  @Test
  @Proves("PRS-SCOPE-3")
  void screeningsAndDiagnosesAreNoPeersToReport() {
    var enrollment = of.enrols(today).isCreated();
    for (var section : Map.of("C", "c-screening", "D", "d-diagnosis").entrySet()) {
      of.reports(
              enrollment,
              with(
                  of.part("baseline", "a", "completed"),
                  "sections",
                  Map.of(
                      "B",
                      Map.of("b-history", "x"),
                      section.getKey(),
                      Map.of(section.getValue(), "x"))))
          .isProblem(422, "out-of-scope")
          .hasFault("/sections/" + section.getKey(), "clinical-section");
    }
    assertThat(of.due()).hasSize(1);
    assertThat(of.due().getFirst().has("partA")).isFalse();
  }

  @Test
  @Proves("REP-1")
  void whoComesAgainBeginsANewEpisodeWithANewBaseline() {
    var first = of.enrols(today.minusDays(100)).isCreated();
    of.enrols(today).isProblem(409, "grant-enrolled-already");
    of.reports(first, of.part("baseline", "a", "completed")).isCreated();
    of.reports(first, of.part("baseline", "c", "refused")).isCreated();
    of.ends(first, today.minusDays(101))
        .isProblem(400, "invalid")
        .hasFault("/endedOn", "before-start");
    of.ends(first, today.minusDays(50)).isOk();
    of.ends(first, today.minusDays(49)).isProblem(409, "episode-ended");
    of.enrols(today.minusDays(50)).isProblem(422, "episode-too-early");
    var second = of.enrols(today.minusDays(49)).isCreated();
    assertThat(second.json().at("/episode").asInt()).isEqualTo(2);
    assertThat(of.due())
        .extracting(it -> it.at("/episode").asInt() + " " + it.at("/point").asString())
        .containsExactlyInAnyOrder("1 closeout", "2 baseline");
  }

  @Test
  void whatIsNotAskedForIsNotTaken() {
    of.enrols(today.plusDays(1)).isProblem(400, "invalid").hasFault("/startedOn", "in-future");
    of.enrols(LocalDate.of(2019, 1, 1)).isProblem(422, "grant-unknown");
    var enrollment = of.enrols(today).isCreated();
    of.reports(enrollment, of.part("closeout", "a", "completed"))
        .isProblem(422, "report-not-asked");
    of.reports(enrollment, of.part("annual", "a", "completed")).isProblem(422, "report-not-asked");
    of.reports(
            enrollment,
            with(
                of.part("baseline", "a", "completed"),
                "sections",
                Map.of("E", Map.of("shoes", "9"))))
        .isProblem(422, "report-part-deficient")
        .hasFault("/sections/E", "item-unknown");
  }

  @Test
  void theClientGivesTheirOwnPartAndStrangersFindNothing() {
    var enrollment = of.enrols(today).isCreated();
    var own = meetings.signIn(sam, client);
    of.reports(enrollment, with(of.part("baseline", "c", "refused"), "act", act(LONG_AGO)))
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-window");
    own.post(of.parts(enrollment))
        .body(
            with(
                of.part("baseline", "c", "refused"),
                "act",
                Map.of("kind", "own-sign-in", "at", Instant.now().toString())))
        .send()
        .isCreated();
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger.get(of.path()).send().isNotFound();
      stranger
          .post(of.parts(enrollment))
          .body(of.part("baseline", "a", "completed"))
          .send()
          .isNotFound();
    }
  }

  @Test
  @Proves("REP-2")
  void anOlderPaperDoesNotUndoWhatTheClientSaidSince() {
    var enrollment = of.enrols(today.minusDays(3)).isCreated();
    of.reports(enrollment, of.part("baseline", "c", "refused")).isCreated();
    var paper =
        with(
            with(
                of.part("baseline", "c", "completed"),
                "act",
                Map.of(
                    "kind", "signed-paper", "at", Instant.now().minusSeconds(86_400).toString())),
            "sections",
            Map.of("SELF", Map.of("self-report", "x")));
    of.reports(enrollment, paper).isProblem(400, "invalid").hasFault("/act/at", "before-answer");
    of.reports(enrollment, with(paper, "act", act(Instant.now()))).isCreated();
    var second = of.reports(enrollment, of.part("baseline", "c", "refused")).isCreated();
    var kept = sam.get(of.parts(enrollment)).send().isOk();
    assertThat(kept.json().at("/items")).hasSize(3);
    assertThat(kept.at("/items/0/id")).isEqualTo(second.id().toString());
    assertThat(kept.at("/items/0/outcome")).isEqualTo("refused");
    assertThat(kept.at("/items/1/sections/SELF/self-report")).isEqualTo("x");
    assertThat(kept.at("/items/1/act/kind")).isEqualTo("in-person");
    var first = sam.get(of.parts(enrollment) + "?limit=1").send().isOk();
    assertThat(sam.get(of.parts(enrollment) + "?after=" + first.at("/next")).send().isOk().text())
        .doesNotContain(second.id().toString());
  }

  @Test
  @Proves("REP-2")
  void theClientFillsInTheirOwnPartAloneAndReadsAll() {
    var enrollment = of.enrols(today).isCreated();
    var own = meetings.signIn(sam, client);
    own.post(of.parts(enrollment))
        .body(of.part("baseline", "a", "completed"))
        .send()
        .isProblem(422, "report-part-deficient")
        .hasFault("/part", "not-yours");
    var records = of.reports(enrollment, of.part("baseline", "a", "completed")).isCreated();
    assertThat(own.get(of.parts(enrollment)).send().isOk().at("/items/0/id"))
        .isEqualTo(records.id().toString());
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger.get(of.parts(enrollment)).send().isNotFound();
    }
    sam.get(of.path() + "/" + UUID.randomUUID() + "/parts").send().isNotFound();
  }

  @Test
  @Proves("REP-1")
  void recordsThatSayNothingCloseNothing() {
    var enrollment = of.enrols(today).isCreated();
    of.reports(enrollment, with(of.part("baseline", "a", "completed"), "sections", null))
        .isProblem(422, "report-part-deficient")
        .hasFault("/sections", "missing");
    assertThat(of.due()).hasSize(1).noneMatch(it -> it.has("partA"));
  }

  @Test
  @Proves("REP-1")
  void whatWasDoneBeforeTheEndIsTakenAfterItAndNothingOfLater() {
    var enrollment = of.enrols(today.minusDays(160)).isCreated();
    of.ends(enrollment, today.minusDays(2)).isOk();
    assertThat(of.due())
        .extracting(it -> it.at("/point").asString())
        .containsExactly("baseline", "closeout");
    var reassessment = of.part("reassessment", "a", "completed");
    of.reports(enrollment, with(reassessment, "on", today.minusDays(1).toString()))
        .isProblem(422, "report-part-deficient")
        .hasFault("/on", "after-end");
    of.reports(enrollment, with(reassessment, "on", today.minusDays(2).toString())).isCreated();
  }

  private String everyPage(Api who) {
    var pages = new ArrayList<String>();
    var next = "";
    do {
      var page =
          who.get("/api/clients/reassessments?grant=samhsa-sor&limit=2" + next).send().isOk();
      pages.add(page.text());
      next = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!next.isEmpty());
    return String.join("\n", pages);
  }
}
