package org.handrail.client.endpoint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.companion.Companionship;
import org.handrail.client.request.PrivacyDesk;

/** What the smallest body that a description allows is refused for, said as its rules want it. */
final class WellFormed {
  private WellFormed() {}

  /** That body, of an endpoint that needs one of these. */
  static Optional<Map<String, Object>> body(String endpoint, UUID client) {
    return Optional.ofNullable(
        switch (endpoint) {
          case "POST /api/clients/{clientId}/companion-agreements/{id}/legs" -> journey();
          case "POST /api/record-requests" -> ownAccess(client);
          case "POST /api/record-requests/{id}/court-order" -> PrivacyDesk.order();
          case "POST /api/record-requests/{id}/disclosures" ->
              Map.of("recipient", "county-court", "categories", List.of("contact"));
          case "POST /api/specialists/me/dual-relationships" -> Map.of("clientId", client);
          case "POST /api/specialists/{specialist}/credentials/{id}/steps" ->
              Map.of("kind", "certified", "on", "2026-11-01");
          default -> null;
        });
  }

  static Map<String, Object> journey() {
    var day = LocalDate.now(ZoneOffset.UTC).plusDays(12);
    return Map.of(
        "departs", Companionship.end(day + "T18:30:00", "America/Phoenix", "US"),
        "arrives", Companionship.end(day + "T20:30:00", "America/Phoenix", "US"));
  }

  static Map<String, Object> ownAccess(UUID client) {
    return Map.of(
        "kind",
        "own-access",
        "requester",
        "The client",
        "words",
        "I want to read it",
        "receivedAt",
        Instant.now().minusSeconds(30).toString(),
        "clientId",
        client);
  }
}
