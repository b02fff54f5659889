package org.handrail.referral.careteam;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;

/** Where a page of tasks ended, as callers carry it. */
final class CareTaskCursor {
  private static final int ID = 36;

  private CareTaskCursor() {}

  static String after(CareTask last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((last.id() + last.addedAt().toString()).getBytes(UTF_8));
  }

  static CareTasks.Place read(String cursor) {
    try {
      String place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      if (place.length() > ID) {
        return new CareTasks.Place(
            Instant.parse(place.substring(ID)), UUID.fromString(place.substring(0, ID)));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw foreign();
    }
    throw foreign();
  }

  private static Refusal foreign() {
    return Refusal.of(
        Problem.of(Problems.INVALID).detail("Parameter after is not of an earlier page"));
  }
}
