package org.handrail.client.ownrecord;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A client's copy of their record.
 *
 * @param fee what it costs, in cents: nothing
 * @param sections the rows of each kind, by the names that they are kept under
 * @param notHere what is kept and stays behind
 */
record CopyOfRecord(
    UUID clientId,
    Instant madeAt,
    String basis,
    int fee,
    Map<String, List<Map<String, Object>>> sections,
    List<NotHere> notHere) {
  static final String BASIS = "42 CFR 2.23, 45 CFR 164.524";

  /**
   * @param why a code such as {@code by-own-sign-in-only}
   */
  record NotHere(String section, String why) {}
}
