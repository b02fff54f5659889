package org.handrail.client.reporting;

import static org.handrail.client.ClientService.actNow;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a specialist reports of one client to the grant that pays. */
record OfOneClient(Api specialist, UUID client, LocalDate today) {

  String path() {
    return "/api/clients/" + client + "/grant-enrollments";
  }

  String parts(Answer enrollment) {
    return path() + "/" + enrollment.id() + "/parts";
  }

  List<JsonNode> due() {
    return specialist
        .get("/api/clients/reassessments?grant=" + ReportedToFunder.GRANT)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .toList();
  }

  Answer enrols(LocalDate on) {
    return specialist
        .post(path())
        .body(Map.of("grant", ReportedToFunder.GRANT, "startedOn", on.toString()))
        .send();
  }

  Answer ends(Answer enrollment, LocalDate on) {
    return specialist
        .post(path() + "/" + enrollment.id() + "/end")
        .body(Map.of("endedOn", on.toString()))
        .send();
  }

  Answer isMistaken(Answer enrollment) {
    return specialist.post(path() + "/" + enrollment.id() + "/entered-in-error").send();
  }

  Answer reports(Answer enrollment, Map<String, Object> part) {
    return specialist.post(parts(enrollment)).body(part).send();
  }

  Map<String, Object> part(String point, String part, String outcome) {
    var form = new HashMap<String, Object>();
    form.put("point", point);
    form.put("number", 1);
    form.put("part", part);
    form.put("outcome", outcome);
    form.put("on", today.toString());
    if (part.equals("c")) {
      form.put("act", actNow());
    } else if (outcome.equals("completed")) {
      form.put("sections", Map.of("A", Map.of("a-site", "downtown")));
    }
    return form;
  }

  static Map<String, Object> with(Map<String, Object> form, String field, @Nullable Object value) {
    var other = new HashMap<String, Object>(form);
    if (value == null) {
      other.remove(field);
    } else {
      other.put(field, value);
    }
    return other;
  }
}
