package org.handrail.client.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.encounter.Meetings.anHour;
import static org.handrail.client.encounter.Meetings.anHourWith;
import static org.handrail.client.encounter.Meetings.records;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.encounter.Meetings;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class ScopeOfPracticeIT {
  private final ClientService service;
  private final Api sam;
  private final UUID client;

  ScopeOfPracticeIT(Api api, TokenIssuer tokens) {
    service = new ClientService(api, tokens);
    var meetings = new Meetings(api, tokens);
    sam = meetings.somebodyNew();
    client = meetings.clientOf(sam);
  }

  @Test
  @Proves("PRS-SCOPE-1")
  void whatIsNotAPeersToRecordIsRefusedByItsName() {
    var fields = new HashMap<String, String>();
    fields.put("diagnosis", "diagnosis");
    fields.put("icd10", "diagnosis");
    fields.put("dsmCode", "diagnosis");
    fields.put("severity", "severity");
    fields.put("asamRating", "level-of-care");
    fields.put("asam_dimension_4", "level-of-care");
    fields.put("recommendedLevel", "level-of-care");
    fields.put("prescriptions", "prescription");
    fields.put("dose", "prescription");
    fields.put("medicationRecommendation", "medication-advice");
    fields.put("medication-adherence", "medication-monitoring");
    fields.put("drugTestOrder", "drug-test");
    fields.put("drugTestInterpretation", "drug-test");
    fields.put("riskScore", "risk-score");
    fields.put("riskScores", "risk-score");
    fields.put("risk_assessment", "risk-score");
    fields.put("medication", "medication");
    fields.put("medications", "medication");
    fields.put("currentMedications", "medication");
    fields.put("medicines", "medication");
    fields.put("diagnosed", "diagnosis");
    fields.put("phq9", "screening");
    fields.put("PHQ-2", "screening");
    fields.put("gad7Score", "screening");
    fields.put("gafScore", "screening");
    fields.put("audit_c", "screening");
    fields.put("craving", "screening");
    fields.put("screeningResult", "screening");
    fields.put("therapyContent", "therapy");
    fields.put("prognosis", "prognosis");
    fields.put("capacityJudgement", "capacity-judgement");
    fields.put("motivationRating", "motivation-rating");
    fields.forEach(
        (field, kind) ->
            records(sam, client, anHourWith(field, "x"))
                .isProblem(422, "out-of-scope")
                .hasFault("/encounter/" + field, kind));
    // Outside the encounter too, and wherever else a peer writes.
    sam.post("/api/encounters")
        .body(Map.of("clientId", client, "encounter", anHour(), "Diagnosis", "F11.20"))
        .send()
        .isProblem(422, "out-of-scope")
        .hasFault("/Diagnosis", "diagnosis");
    sam.post("/api/clients/{id}/promises", client)
        .body(Map.of("words", "x", "dueAt", "2030-01-01T00:00:00Z", "prognosis", "good"))
        .send()
        .isProblem(422, "out-of-scope")
        .hasFault("/prognosis", "prognosis");
    sam.post("/api/clients")
        .body(Map.of("nameToUse", "Ida", "medications", List.of("x")))
        .send()
        .isProblem(422, "out-of-scope")
        .hasFault("/medications", "medication");
    records(sam, client, anHourWith("learned", Map.of("client", "x", "riskScores", List.of(3))))
        .isProblem(422, "out-of-scope")
        .hasFault("/encounter/learned/riskScores", "risk-score");
    assertThat(sam.get("/api/encounters?clientId=" + client).send().isOk().json().at("/items"))
        .isEmpty();
  }

  @Test
  @Proves("PRS-SCOPE-1")
  void whatTheClientSaysOfItIsTheirs() {
    var words = "They told me it is F11.20 and 40 mg a day";
    assertThat(
            records(sam, client, anHourWith("clientsWords", words))
                .isCreated()
                .at("/encounter/clientsWords"))
        .isEqualTo(words);
  }

  @Test
  void forEverybodyElseItIsAFieldThatIsNotKnown() {
    service
        .rosaTheSupervisor()
        .post("/api/encounters/language-advice")
        .body(Map.of("text", "x", "diagnosis", "F11.20"))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/diagnosis", "unknown-field");
  }
}
