package org.handrail.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.TokenIssuer;

/** What is filled in where nothing is missing. */
public final class Forms {
  private Forms() {}

  /**
   * A consent on which everything stands: Riverbend may tell Harborlight, and Harborlight may
   * answer.
   */
  public static Map<String, Object> consentOf(UUID client, String name) {
    var form = new HashMap<String, Object>();
    form.put("clientId", client);
    form.put("patientName", name + " Brook");
    form.put("disclosers", List.of("riverbend", "harborlight"));
    form.put("recipients", Map.of("named", List.of("harborlight", "riverbend")));
    form.put("purposes", List.of("TREAT"));
    form.put("categories", List.of("contact", "referral", "referral-status"));
    form.put("description", "How to reach me, why I come, and whether I arrived");
    form.put("expires", Map.of("at", "2030-01-01T00:00:00Z"));
    form.put(
        "revocation",
        Map.of("statement", "I may take this back", "method", "Tell anybody at Riverbend"));
    form.put(
        "statements",
        Map.of("hipaaRedisclosure", true, "redisclosureRisk", true, "refusalConsequences", true));
    return form;
  }

  /** What referral-service asks when Maya sends a referral of that client. */
  public static Map<String, Object> referral(UUID client, UUID referral, String step) {
    var request = new HashMap<String, Object>();
    request.put("referralId", referral);
    request.put("step", step);
    request.put("clientId", client);
    request.put("discloser", "riverbend");
    request.put("recipient", "harborlight");
    request.put("purpose", "TREAT");
    request.put("required", List.of("contact", "referral"));
    request.put("optional", List.of("demographics"));
    request.put(
        "onBehalfOf", Map.of("subject", TokenIssuer.subject("maya"), "agency", "riverbend"));
    request.put(
        "content",
        Map.of(
            "referral",
            Map.of(
                "serviceId",
                UUID.randomUUID(),
                "service",
                "Residential treatment",
                "need",
                "residential-treatment",
                "urgency",
                "routine",
                "reason",
                "A quiet place to start")));
    return request;
  }

  /** What referral-service asks when Hana answers. */
  public static Map<String, Object> answer(UUID inReplyTo, UUID referral, String step) {
    var request = new HashMap<String, Object>();
    request.put("referralId", referral);
    request.put("step", step);
    request.put("inReplyTo", inReplyTo);
    request.put("discloser", "harborlight");
    request.put("recipient", "riverbend");
    request.put("purpose", "TREAT");
    request.put("required", List.of("referral-status"));
    request.put(
        "onBehalfOf", Map.of("subject", TokenIssuer.subject("hana"), "agency", "harborlight"));
    request.put(
        "content",
        Map.of(
            "referral-status",
            Map.of(
                "status",
                "accepted",
                "businessStatus",
                "acknowledged",
                "at",
                "2026-11-02T10:00:00Z")));
    return request;
  }
}
