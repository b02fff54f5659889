package org.handrail.referral.directory.imports;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A file that is all right but for the fields of one row, {@code x}. */
final class OneRow {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private OneRow() {}

  static HsdsReading.Result ofService(String rows, String fields) {
    return readFile(
        """
        [{"id": "o", "name": "One", "services": [{"id": "s", "name": "Pantry", "status": "active",
          "%s": [{"id": "x", %s%s}]}]}]
        """
            .formatted(rows, rows.equals("phones") ? "\"number\": \"988\", " : "", fields));
  }

  static HsdsReading.Result ofLocation(String rows, String fields) {
    return readFile(
        """
        [{"id": "o", "name": "One", "locations": [{"id": "l", "location_type": "physical",
          "%s": [{"id": "x", %s}]}]}]
        """
            .formatted(rows, fields));
  }

  static HsdsReading.Result readFile(String file) {
    return FileShape.read(JsonMapper.shared().readTree(file), NOW);
  }

  /** Of the row in question. */
  static Map<String, Object> valuesOf(HsdsReading.Result result) {
    return result.rows().stream()
        .filter(row -> row.key.id().equals("x"))
        .findFirst()
        .orElseThrow()
        .values;
  }
}
