package org.handrail.client.request;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handrail.client.ClientService;
import org.handrail.platform.fixtures.Answer;

/** Requests come in at the counter, and the privacy officer sees to them. */
public final class PrivacyDesk {
  static final String REQUESTS = "/api/record-requests";

  private final ClientService service;

  public PrivacyDesk(ClientService service) {
    this.service = service;
  }

  public static Map<String, Object> demand(String process, String words) {
    var request = new HashMap<String, Object>();
    request.put("kind", "legal-process");
    request.put("process", process);
    request.put("requester", "Deputy Hale");
    request.put("organization", "County Sheriff");
    request.put("words", words);
    request.put("receivedAt", Instant.now().minusSeconds(30).toString());
    return request;
  }

  public static Map<String, Object> order() {
    return Map.of(
        "court", "County Court",
        "reference", "26-MS-114",
        "section", "2.64",
        "issuedOn", "2026-11-20",
        "recipients", List.of("county-court", "county-probation"),
        "categories", List.of("contact", "demographics"));
  }

  public static Map<String, Object> subpoena() {
    return Map.of("reference", "S-77", "issuedOn", "2026-11-21");
  }

  public Answer comesIn(Map<String, Object> request) {
    return service.maya().post(REQUESTS).body(request).send().isCreated();
  }

  Answer seen(Answer request) {
    return service.priyaThePrivacyOfficer().get(REQUESTS + "/{id}", request.id()).send().isOk();
  }

  public Answer does(Answer request, String what, Object body) {
    return service
        .priyaThePrivacyOfficer()
        .post(REQUESTS + "/{id}/" + what, request.id())
        .ifMatch(seen(request))
        .body(body)
        .send();
  }
}
