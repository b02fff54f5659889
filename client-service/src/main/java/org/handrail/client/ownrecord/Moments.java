package org.handrail.client.ownrecord;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** When a row was written: each table calls it in its own way. */
final class Moments {
  private static final List<String> NAMES =
      List.of(
          "actRecordedAt",
          "recordedAt",
          "decidedAt",
          "startedAt",
          "openedAt",
          "takenAt",
          "writtenAt",
          "madeAt",
          "requestedAt",
          "draftedAt",
          "lookedAt",
          "withdrawnAt",
          "assignedAt");

  /** Rows without any of the names come first. */
  static final Comparator<Map<String, Object>> OLDEST_FIRST = comparing(Moments::of);

  private Moments() {}

  private static String of(Map<String, Object> row) {
    return NAMES.stream()
        .map(row::get)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst()
        .orElse("");
  }
}
