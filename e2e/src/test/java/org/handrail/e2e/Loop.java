package org.handrail.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.handrail.e2e.Api.Answer;
import tools.jackson.databind.JsonNode;

/**
 * The first journey: somebody is met, states what they want, chooses among real options, consents,
 * and arrives. One method a step, so that a test can stop, look, or break something in between.
 */
final class Loop {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String NEED = "residential-treatment";

  private final Api prs;
  private final Api intake;
  private final String agency;
  private final String receiver;
  private final Duration patience;

  Loop(Api prs, String agency, Api intake, String receiver) {
    this(prs, agency, intake, receiver, PATIENCE);
  }

  private Loop(Api prs, String agency, Api intake, String receiver, Duration patience) {
    this.prs = prs;
    this.agency = agency;
    this.intake = intake;
    this.receiver = receiver;
    this.patience = patience;
  }

  /** With people who go on through an outage that lasts no longer than that. */
  Loop through(Duration outage) {
    return new Loop(
        prs.thatTriesAgain(outage), agency, intake.thatTriesAgain(outage), receiver, outage);
  }

  static Loop riverbendToHarborlight(Coalition coalition) {
    return new Loop(
        coalition.as("maya@riverbend.example"),
        "riverbend",
        coalition.as("hana@harborlight.example"),
        "harborlight");
  }

  static Map<String, Object> actInPerson() {
    return Map.of("kind", "in-person", "at", Instant.now().toString());
  }

  /** Registered, told of their rights, in agreement, enrolled: gives the client's id. */
  String meet(String name) {
    var client =
        prs.post(
                "/api/clients",
                Map.of(
                    "nameToUse",
                    name,
                    "legalName",
                    name + " Example",
                    "dateOfBirth",
                    "1990-05-17",
                    "anotherPerson",
                    true,
                    "languages",
                    List.of("en"),
                    "contact",
                    Map.of("phone", "555-0100")))
            .is(201);
    var path = "/api/clients/" + client.id();
    prs.post(
            path + "/notices",
            Map.of("version", "2026-02", "language", "en", "medium", "paper", "act", actInPerson()))
        .is(201);
    prs.post(path + "/agreements", Map.of("version", "2026-02", "act", actInPerson())).is(201);
    prs.post(path + "/enrollment", prs.get(path), Map.of()).is(200);
    return client.id();
  }

  /** A goal and a milestone in the client's words, activated by their act: gives the plan's id. */
  String plan(String client) {
    var plan = prs.post("/api/plans", Map.of("clientId", client)).is(201);
    var path = "/api/plans/" + plan.id();
    var goal =
        prs.post(
                path + "/goals",
                Map.of(
                    "words", "Wake up without being sick and take my daughter to school",
                    "category", "individual-therapy",
                    "statedBy", "client"))
            .is(201);
    prs.post(
            "/api/milestones",
            Map.of(
                "planId", plan.id(),
                "goalId", goal.id(),
                "words", "I walk through their door",
                "on", Map.of("referralBusinessStatus", "attended")))
        .is(201);
    prs.post(path + "/activation", prs.get(path), Map.of("act", actInPerson())).is(200);
    return plan.id();
  }

  /** A consent that names the receiver and the way back, signed by the client. */
  Answer consent(String client, String name) {
    var consent = prs.post("/api/consents", consentDraft(client, name)).is(201);
    var path = "/api/consents/" + consent.id();
    return prs.post(path + "/signature", consent, Map.of("signer", "client", "act", actInPerson()))
        .is(200);
  }

  Map<String, Object> consentDraft(String client, String name) {
    return Map.ofEntries(
        Map.entry("clientId", client),
        Map.entry("patientName", name + " Example"),
        Map.entry("disclosers", List.of(agency, receiver)),
        Map.entry("recipients", Map.of("named", List.of(receiver, agency))),
        Map.entry("purposes", List.of("TREAT")),
        Map.entry("categories", List.of("contact", "referral", "referral-status")),
        Map.entry("description", "How to reach me, why I come, and whether I arrived"),
        Map.entry("expires", Map.of("at", Instant.now().plus(Duration.ofDays(180)).toString())),
        Map.entry(
            "revocation",
            Map.of(
                "statement", "I can take this back at any time",
                "method", "Tell anybody at Riverbend, or write to them")),
        Map.entry(
            "statements",
            Map.of(
                "hipaaRedisclosure", true, "redisclosureRisk", true, "refusalConsequences", true)));
  }

  /** At least two services of the directory, presented; the client's choice, recorded. */
  String choose(String client) {
    var found = prs.get("/api/directory/services?need=" + NEED + "&limit=50").is(200);
    var chosen = serviceOf(receiver);
    var shown =
        Stream.concat(
                Stream.of(chosen),
                found
                    .body()
                    .get("items")
                    .valueStream()
                    .map(service -> service.get("id").asString()))
            .distinct()
            .toList();
    var options =
        prs.post(
                "/api/option-sets",
                Map.of(
                    "clientId",
                    client,
                    "need",
                    NEED,
                    "services",
                    shown,
                    "wishes",
                    Map.of("services", List.of(chosen))))
            .is(201);
    prs.post(
            "/api/option-sets/" + options.id() + "/choice",
            Map.of("serviceId", chosen, "act", actInPerson()))
        .is(201);
    return options.id();
  }

  private String serviceOf(String partner) {
    return prs.get("/api/directory/services?words=" + partner + "&limit=50")
        .is(200)
        .body()
        .get("items")
        .valueStream()
        .filter(s -> partner.equals(s.at("/organization/agency").asString()))
        .map(service -> service.get("id").asString())
        .findFirst()
        .orElseThrow();
  }

  Answer draft(String options) {
    return prs.post(
            "/api/referrals",
            Map.of(
                "optionSetId",
                options,
                "purpose",
                "TREAT",
                "required",
                List.of("contact", "referral"),
                "optional",
                List.of(),
                "urgency",
                "routine"))
        .is(201);
  }

  Answer send(Answer draft) {
    return prs.post("/api/referrals/" + draft.id() + "/sending", draft, Map.of()).is(200);
  }

  /** The receiver answers with the step, on what they see now. */
  Answer answer(String referral, String step, Map<String, Object> more) {
    var body = new java.util.HashMap<String, Object>(more);
    body.put("step", step);
    return intake
        .post(
            "/api/referrals/" + referral + "/answers",
            intake.get("/api/referrals/" + referral),
            body)
        .is(200);
  }

  Answer seenByPrs(String referral) {
    return prs.get("/api/referrals/" + referral);
  }

  Answer seenByIntake(String referral) {
    return intake.get("/api/referrals/" + referral);
  }

  /** The door's ledger of the client, denials included. */
  JsonNode ledger(String client) {
    return prs.get("/api/disclosures?clientId=" + client).is(200).body().get("items");
  }

  void untilIntakeSees(String referral) {
    until(patience, () -> seenByIntake(referral).status() == 200);
  }

  void untilPrsSees(String referral, String businessStatus) {
    until(patience, () -> seenByPrs(referral).at("/businessStatus").equals(businessStatus));
  }

  static void until(Supplier<Boolean> condition) {
    until(PATIENCE, condition);
  }

  static void until(Duration patience, Supplier<Boolean> condition) {
    await().atMost(patience).pollInterval(Duration.ofMillis(50)).until(condition::get);
  }

  static void untilAsserted(ThrowingRunnable assertion) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
  }

  /** The receiver answers from acknowledged to completed, and the requester hears of it. */
  void answerToTheEnd(String referral) {
    answer(referral, "acknowledged", Map.of());
    answer(referral, "accepted", Map.of());
    answer(
        referral,
        "intake-scheduled",
        Map.of("intakeAt", Instant.now().plus(Duration.ofDays(2)).toString()));
    answer(referral, "attended", Map.of());
    answer(referral, "engaged", Map.of());
    answer(referral, "completed", Map.of());
    until(patience, () -> seenByPrs(referral).at("/status").equals("completed"));
  }
}
