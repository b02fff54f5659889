package org.handrail.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.sql.Columns;
import org.jspecify.annotations.Nullable;

/** Where a page ended of what is listed by its time and then its id. */
public record PagePlace(Instant at, UUID id) {
  private static final int ID = 36;

  /** As callers carry it, in the parameter {@code after}. */
  public String cursor() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((id + at.toString()).getBytes(UTF_8));
  }

  /**
   * The condition of what comes after a place in a query that puts the newest first, ids downwards
   * where times are the same; none at the beginning.
   *
   * @param at the column of the time
   * @param id the column of the id
   * @param parameters of the query, which get the place
   */
  public static String following(
      @Nullable PagePlace place, String at, String id, Map<String, Object> parameters) {
    if (place == null) {
      return "";
    }
    parameters.put("afterAt", Columns.utc(place.at()));
    parameters.put("afterId", place.id());
    return "and (%s, %s) < (:afterAt, :afterId)\n".formatted(at, id);
  }

  /** The place of such a cursor; refused ({@code invalid}) where it is none of ours. */
  public static PagePlace read(String cursor) {
    try {
      String place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      if (place.length() > ID) {
        Instant at = Instant.parse(place.substring(ID));
        UUID id = UUID.fromString(place.substring(0, ID));
        if (Times.isOfAYearOfOurs(at)) {
          return new PagePlace(at, id);
        }
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw foreign();
    }
    throw foreign();
  }

  private static Refusal foreign() {
    return Refusal.of(Problems.notOfAnEarlierPage());
  }
}
