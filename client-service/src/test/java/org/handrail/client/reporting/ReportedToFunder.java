package org.handrail.client.reporting;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Api;

/** What specialists report of somebody to the grant that pays, as an export takes it up. */
public final class ReportedToFunder {

  public static final String GRANT = "samhsa-sor";

  private ReportedToFunder() {}

  /** Enrols the client in the grant that day, and reports the first part of the baseline. */
  public static void baseline(Api specialist, UUID client, LocalDate day) {
    var path = "/api/clients/" + client + "/grant-enrollments";
    var enrollment =
        specialist
            .post(path)
            .body(Map.of("grant", GRANT, "startedOn", day.toString()))
            .send()
            .isCreated();
    specialist
        .post(path + "/" + enrollment.id() + "/parts")
        .body(
            Map.of(
                "point",
                "baseline",
                "number",
                1,
                "part",
                "a",
                "outcome",
                "completed",
                "on",
                day.toString(),
                "sections",
                Map.of("A", Map.of("a-site", "downtown"))))
        .send()
        .isCreated();
  }
}
