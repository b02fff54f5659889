package org.handrail.client.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.ClientService.act;
import static org.handrail.client.ClientService.actNow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.client.specialist.Roster;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@HandrailIT
class ReportsIT {
  private static final Instant LONG_AGO = Instant.parse("2019-01-01T00:00:00Z");

  private final ClientService service;
  private final Meetings meetings;
  private final SettableClock clock;
  private final LocalDate today;
  private final Api sam;
  private final UUID client;
  private final String path;

  ReportsIT(Api api, TokenIssuer tokens, SettableClock clock) {
    service = new ClientService(api, tokens);
    meetings = new Meetings(api, tokens);
    this.clock = clock;
    today = LocalDate.now(clock.withZone(Roster.ZONE));
    sam = meetings.somebodyNew();
    client = meetings.clientOf(sam);
    path = "/api/clients/" + client + "/grant-enrollments";
  }

  @Test
  @Proves("REP-1")
  void whatIsDueAndWhatIsLateIsListedByGrant() {
    var enrollment = enrols(today.minusDays(160)).isCreated();
    var due = due();
    assertThat(due).hasSize(2);
    assertThat(due.get(0).at("/point").asString()).isEqualTo("baseline");
    assertThat(due.get(0).at("/overdue").asBoolean()).isTrue();
    assertThat(due.get(1).at("/point").asString()).isEqualTo("reassessment");
    assertThat(due.get(1).at("/overdue").asBoolean()).isFalse();
    assertThat(due.get(1).at("/closes").asString())
        .isEqualTo(today.minusDays(160).plusDays(210).toString());
    reports(enrollment, part("baseline", "a", "completed")).isCreated();
    reports(enrollment, part("baseline", "c", "completed")).isCreated();
    assertThat(due()).extracting(it -> it.at("/point").asString()).containsExactly("reassessment");
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
    enrols(LocalDate.parse("2027-10-22"))
        .isProblem(400, "invalid")
        .hasFault("/startedOn", "in-future");
    var enrollment = enrols(LocalDate.parse("2027-10-21")).isCreated();
    clock.set(Instant.parse("2027-11-21T04:59:59Z"));
    assertThat(due().getFirst().at("/closes").asString()).isEqualTo("2027-11-20");
    assertThat(due().getFirst().at("/overdue").asBoolean()).isFalse();
    reports(enrollment, with(part("baseline", "a", "completed"), "on", "2027-11-21"))
        .isProblem(422, "report-part-deficient")
        .hasFault("/on", "in-future");
    clock.set(Instant.parse("2027-11-21T05:00:00Z"));
    assertThat(due().getFirst().at("/overdue").asBoolean()).isTrue();
  }

  @Test
  @Proves("REP-1")
  void nothingWasReportedBeforeItWasAskedForAndLateItIsTaken() {
    var enrollment = enrols(today.minusDays(160)).isCreated();
    var baseline = part("baseline", "a", "completed");
    var reassessment = part("reassessment", "a", "completed");
    for (var early :
        List.of(
            with(baseline, "on", "1900-01-01"),
            with(baseline, "on", today.minusDays(161).toString()),
            with(reassessment, "on", today.minusDays(11).toString()))) {
      reports(enrollment, early)
          .isProblem(422, "report-part-deficient")
          .hasFault("/on", "before-window");
    }
    assertThat(due()).hasSize(2).noneMatch(it -> it.has("partA"));
    reports(enrollment, with(baseline, "on", today.minusDays(160).toString())).isCreated();
    reports(enrollment, baseline).isCreated();
    reports(enrollment, with(reassessment, "on", today.minusDays(10).toString())).isCreated();
  }

  @Test
  @Proves("REP-1")
  void onePersonIsDueOnceAndOnARecordWhereItCanBeClosed() {
    var enrollment = enrols(today.minusDays(160)).isCreated();
    var surviving = meetings.clientOf(sam);
    var merge = "/api/clients/" + client + "/merge";
    service.rosaTheSupervisor().post(merge).body(Map.of("into", surviving)).send().isCreated();
    assertThat(due()).hasSize(2);
    reports(enrollment, part("baseline", "a", "completed")).isCreated();
    sam.post("/api/clients/{id}/grant-enrollments", surviving)
        .body(Map.of("grant", "samhsa-sor", "startedOn", today.minusDays(3).toString()))
        .send()
        .isCreated();
    assertThat(due())
        .extracting(it -> it.at("/clientId").asString())
        .containsOnly(surviving.toString());
    ends(enrollment, today).isOk();
    service.rosaTheSupervisor().delete(merge).send().hasStatus(204);
    assertThat(due())
        .extracting(it -> it.at("/clientId").asString())
        .contains(client.toString(), surviving.toString());
  }

  @Test
  @Proves("REP-2")
  void aRefusalIsKeptAndHoldsNothingUp() {
    var enrollment = enrols(today.minusDays(3)).isCreated();
    reports(enrollment, with(part("baseline", "c", "refused"), "act", null))
        .isProblem(422, "report-part-deficient")
        .hasFault("/act", "missing");
    reports(enrollment, part("baseline", "c", "refused")).isCreated();
    var waiting = due();
    assertThat(waiting).hasSize(1);
    assertThat(waiting.getFirst().at("/partC").asString()).isEqualTo("refused");
    assertThat(waiting.getFirst().has("partA")).isFalse();
    reports(
            enrollment,
            with(
                part("baseline", "a", "completed"),
                "sections",
                Map.of("A", Map.of("a-site", "downtown"), "E", Map.of("e-services", "peer"))))
        .isCreated();
    assertThat(due()).isEmpty();
    reports(enrollment, part("baseline", "a", "refused"))
        .isProblem(422, "report-part-deficient")
        .hasFault("/outcome", "not-possible");
  }

  @Test
  @Proves("PRS-SCOPE-3")
  void screeningsAndDiagnosesAreNoPeersToReport() {
    var enrollment = enrols(today).isCreated();
    for (var section : Map.of("C", "c-screening", "D", "d-diagnosis").entrySet()) {
      reports(
              enrollment,
              with(
                  part("baseline", "a", "completed"),
                  "sections",
                  Map.of(
                      "B",
                      Map.of("b-history", "x"),
                      section.getKey(),
                      Map.of(section.getValue(), "x"))))
          .isProblem(422, "out-of-scope")
          .hasFault("/sections/" + section.getKey(), "clinical-section");
    }
    assertThat(due()).hasSize(1);
    assertThat(due().getFirst().has("partA")).isFalse();
  }

  @Test
  @Proves("REP-1")
  void whoComesAgainBeginsANewEpisodeWithANewBaseline() {
    var first = enrols(today.minusDays(100)).isCreated();
    enrols(today).isProblem(409, "grant-enrolled-already");
    reports(first, part("baseline", "a", "completed")).isCreated();
    reports(first, part("baseline", "c", "refused")).isCreated();
    ends(first, today.minusDays(101))
        .isProblem(400, "invalid")
        .hasFault("/endedOn", "before-start");
    ends(first, today.minusDays(50)).isOk();
    ends(first, today.minusDays(49)).isProblem(409, "episode-ended");
    enrols(today.minusDays(50)).isProblem(422, "episode-too-early");
    var second = enrols(today.minusDays(49)).isCreated();
    assertThat(second.json().at("/episode").asInt()).isEqualTo(2);
    assertThat(due())
        .extracting(it -> it.at("/episode").asInt() + " " + it.at("/point").asString())
        .containsExactlyInAnyOrder("1 closeout", "2 baseline");
  }

  @Test
  void whatIsNotAskedForIsNotTaken() {
    enrols(today.plusDays(1)).isProblem(400, "invalid").hasFault("/startedOn", "in-future");
    enrols(LocalDate.of(2019, 1, 1)).isProblem(422, "grant-unknown");
    var enrollment = enrols(today).isCreated();
    reports(enrollment, part("closeout", "a", "completed")).isProblem(422, "report-not-asked");
    reports(enrollment, part("annual", "a", "completed")).isProblem(422, "report-not-asked");
    reports(
            enrollment,
            with(part("baseline", "a", "completed"), "sections", Map.of("E", Map.of("shoes", "9"))))
        .isProblem(422, "report-part-deficient")
        .hasFault("/sections/E", "item-unknown");
  }

  @Test
  void theClientGivesTheirOwnPartAndStrangersFindNothing() {
    var enrollment = enrols(today).isCreated();
    var own = meetings.signIn(sam, client);
    reports(enrollment, with(part("baseline", "c", "refused"), "act", act(LONG_AGO)))
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-window");
    own.post(path + "/" + enrollment.id() + "/parts")
        .body(
            with(
                part("baseline", "c", "refused"),
                "act",
                Map.of("kind", "own-sign-in", "at", Instant.now().toString())))
        .send()
        .isCreated();
    for (var stranger : List.of(service.paul(), service.carl())) {
      stranger.get(path).send().isNotFound();
      stranger
          .post(path + "/" + enrollment.id() + "/parts")
          .body(part("baseline", "a", "completed"))
          .send()
          .isNotFound();
    }
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

  private List<JsonNode> due() {
    return sam.get("/api/clients/reassessments?grant=samhsa-sor")
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .toList();
  }

  private Answer enrols(LocalDate on) {
    return sam.post(path).body(Map.of("grant", "samhsa-sor", "startedOn", on.toString())).send();
  }

  private Answer ends(Answer enrollment, LocalDate on) {
    return sam.post(path + "/" + enrollment.id() + "/end")
        .body(Map.of("endedOn", on.toString()))
        .send();
  }

  private Answer reports(Answer enrollment, Map<String, Object> part) {
    return sam.post(path + "/" + enrollment.id() + "/parts").body(part).send();
  }

  private Map<String, Object> part(String point, String part, String outcome) {
    var form = new HashMap<String, Object>();
    form.put("point", point);
    form.put("number", 1);
    form.put("part", part);
    form.put("outcome", outcome);
    form.put("on", today.toString());
    if (part.equals("c")) {
      form.put("act", actNow());
    }
    return form;
  }

  private static Map<String, Object> with(
      Map<String, Object> form, String field, @Nullable Object value) {
    var other = new HashMap<String, Object>(form);
    if (value == null) {
      other.remove(field);
    } else {
      other.put(field, value);
    }
    return other;
  }
}
