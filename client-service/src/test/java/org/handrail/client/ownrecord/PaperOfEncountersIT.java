package org.handrail.client.ownrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.encounter.Meetings.anHourWith;
import static org.handrail.client.encounter.Meetings.records;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.handrail.client.encounter.Activities;
import org.handrail.client.encounter.FundingSources;
import org.handrail.client.encounter.Kind;
import org.handrail.client.encounter.Meetings;
import org.handrail.client.encounter.Mode;
import org.handrail.client.encounter.Place;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.http.Codes;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@HandrailIT
class PaperOfEncountersIT {
  private final Meetings meetings;
  private final RecordWords words;
  private final Activities activities;
  private final FundingSources funding;
  private final JdbcClient jdbc;

  PaperOfEncountersIT(
      Api api,
      TokenIssuer tokens,
      RecordWords words,
      Activities activities,
      FundingSources funding,
      JdbcClient jdbc) {
    meetings = new Meetings(api, tokens);
    this.words = words;
    this.activities = activities;
    this.funding = funding;
    this.jdbc = jdbc;
  }

  @Test
  void anEncounterAndAPromiseAreEachReadAsOneThing() throws IOException {
    var text = paper("en", "Ana");
    assertThat(text)
        .containsSubsequence(
            "Encounters",
            "started at: November 3, 2026",
            "ended at: November 3, 2026",
            "specialist: ",
            "kind: between the two of you",
            "mode: in person",
            "in your words: I slept at home",
            "activities: listening",
            "paid by: county 60 %, Medicaid 40 %",
            "correction: We forgot the words",
            "what was written before:",
            "kind: between the two of you",
            "Promises to you",
            "words: I call the landlord",
            "status: not kept",
            "note: I was ill",
            "what was written before:",
            "status: open")
        .doesNotContain("What was written of encounters", "percents", "activities version");
  }

  @Test
  void inSpanishNothingOfThemIsEnglish() throws IOException {
    assertThat(paper("es", "Luz"))
        .containsSubsequence(
            "Encuentros",
            "empezó el: 3 de noviembre de 2026",
            "terminó el: ",
            "especialista: ",
            "tipo: entre dos",
            "actividades: escuchar",
            "pagado por: condado 60 %, Medicaid 40 %",
            "lo que se escribió antes:",
            "Promesas que se le hicieron",
            "estado: no cumplida")
        .contains("tipo: promesas que se le hicieron")
        .doesNotContain("corrections", "outcome");
    var spanish = Objects.requireNonNull(words.recordWords().get("es"));
    assertThat(spanish.fields()).containsKeys(columns());
    assertThat(spanish.codes()).containsKeys(codes());
  }

  private String paper(String language, String name) throws IOException {
    var maya = meetings.somebodyNew();
    var client = client(maya, language, name);
    var own = meetings.signIn(maya, client);
    var before =
        records(
                maya,
                client,
                anHourWith(
                    "funding",
                    List.of(
                        Map.of("source", "county", "percent", 60),
                        Map.of("source", "medicaid", "percent", 40))))
            .isCreated();
    var after = anHourWith("clientsWords", "I slept at home");
    after.put(
        "funding",
        List.of(
            Map.of("source", "county", "percent", 60),
            Map.of("source", "medicaid", "percent", 40)));
    maya.post("/api/encounters/{id}/corrections", before.id())
        .body(Map.of("reason", "We forgot the words", "encounter", after))
        .ifMatch(before)
        .send()
        .isOk();
    promise(maya, client);
    maya.get("/api/clients/{id}/promises", client).send().isOk();
    var pdf = own.get("/api/clients/{id}/record/pdf", client).send().isOk();
    try (var document = Loader.loadPDF(pdf.bytes())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static UUID client(Api maya, String language, String name) {
    return maya.post("/api/clients")
        .body(Map.of("nameToUse", name, "languages", List.of(language), "anotherPerson", true))
        .send()
        .isCreated()
        .id();
  }

  private static void promise(Api maya, UUID client) {
    var path = "/api/clients/" + client + "/promises";
    var made =
        maya.post(path)
            .body(
                Map.of(
                    "words",
                    "I call the landlord",
                    "dueAt",
                    Instant.now().plusSeconds(86_400).toString()))
            .send()
            .isCreated();
    maya.post(path + "/" + made.id() + "/outcome")
        .body(Map.of("became", "not-kept", "note", "I was ill"))
        .ifMatch(made)
        .send()
        .isOk();
  }

  private String[] columns() {
    return jdbc.sql(
            """
            select distinct column_name from information_schema.columns
            where table_name in ('encounter', 'encounter_version', 'encounter_sign_off', 'promise', 'promise_change')
              and column_name not like '%id' and column_name not like 'act\\_%' and column_name not like 'funding%'
              and column_name not in ('agency', 'version', 'activities_version')
            """)
        .query((row, _) -> camelCase(row.getString(1)))
        .list()
        .toArray(String[]::new);
  }

  private static String camelCase(String column) {
    var parts = column.split("_");
    return parts[0]
        + Arrays.stream(parts)
            .skip(1)
            .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
            .reduce("", String::concat);
  }

  private String[] codes() {
    return Stream.of(
            activities.activities().stream().map(Activities.Activity::code),
            funding.sources().stream().map(FundingSources.Source::code),
            Arrays.stream(Kind.values()).map(Codes::of),
            Arrays.stream(Mode.values()).map(Codes::of),
            Arrays.stream(Place.values()).map(Codes::of))
        .flatMap(each -> each)
        .toArray(String[]::new);
  }
}
