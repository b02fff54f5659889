package org.handrail.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;

/** Where a page ended of what is listed by its time and then its id. */
public record PagePlace(Instant at, UUID id) {
  private static final int ID = 36;

  /** As callers carry it, in the parameter {@code after}. */
  public String cursor() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((id + at.toString()).getBytes(UTF_8));
  }

  /** The place of such a cursor; refused ({@code invalid}) where it is none of ours. */
  public static PagePlace read(String cursor) {
    try {
      String place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      if (place.length() > ID) {
        return new PagePlace(
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
