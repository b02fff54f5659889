package org.handrail.referral.meeting;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.handrail.platform.http.Codes;
import org.handrail.platform.sql.Columns;
import org.jspecify.annotations.Nullable;

/**
 * The question to the database: which meetings begin in these spans, in order.
 *
 * @param sql finds {@code id}, {@code starts} (seconds since 1970) and {@code distance} (km, or
 *     null)
 */
record OccurrenceQuery(String sql, Map<String, Object> parameters) {
  // Haversine, on a sphere as large as the earth.
  private static final String DISTANCE =
      """
      12742.0176 * asin(least(1, sqrt(power(sin(radians(m.latitude - :latitude) / 2), 2)
        + cos(radians(:latitude)) * cos(radians(m.latitude))
        * power(sin(radians(m.longitude - :longitude) / 2), 2))))
      """;

  /** After which occurrence to go on. */
  record Place(Instant starts, UUID id) {}

  /**
   * Of those that are wanted, the ones that do or do not welcome newcomers particularly, if that is
   * asked.
   */
  static OccurrenceQuery of(
      Wanted wanted,
      List<Span> spans,
      @Nullable Boolean welcoming,
      @Nullable Place after,
      int limit) {
    Map<String, Object> with = new HashMap<>();
    with.put("zones", spans.stream().map(span -> span.zone().getId()).toArray(String[]::new));
    with.put("lows", spans.stream().map(Span::from).toArray(Integer[]::new));
    with.put("highs", spans.stream().map(Span::to).toArray(Integer[]::new));
    with.put("bases", spans.stream().map(Span::base).toArray(Long[]::new));
    with.put("limit", limit);
    var sql = new StringBuilder("select m.id, span.base + m.week_minute * 60 as starts,\n");
    Wanted.Near near = wanted.near();
    if (near == null) {
      sql.append("null::float8 as distance\n");
    } else {
      sql.append(DISTANCE).append(" as distance\n");
      with.put("latitude", near.latitude());
      with.put("longitude", near.longitude());
    }
    sql.append(
        """
        from unnest(:zones::text[], :lows::int[], :highs::int[], :bases::bigint[]) as span (zone, low, high, base)
        cross join lateral (select * from meeting m
        where m.zone = span.zone and m.week_minute >= span.low and m.week_minute < span.high
        and m.gone_at is null and m.week_minute is not null and (m.at_place or m.online)
        and m.confirmed_at > :confirmedAfter
        """);
    with.put("confirmedAfter", Columns.utc(wanted.confirmedAfter()));
    if (wanted.atPlaceNear()) {
      Objects.requireNonNull(near);
      sql.append("and m.at_place and m.cell = any(:cells::int[]) and ")
          .append(DISTANCE)
          .append(" <= :within\n");
      with.put(
          "cells",
          Cells.around(near.latitude(), near.longitude(), near.within()).toArray(Integer[]::new));
      with.put("within", near.within());
    }
    if (!wanted.fellowships().isEmpty()) {
      sql.append("and m.fellowship = any(:fellowships::text[])\n");
      with.put("fellowships", wanted.fellowships().stream().map(Codes::of).toArray(String[]::new));
    }
    if (wanted.type() != null) {
      sql.append("and :type = any(m.types)\n");
      with.put("type", wanted.type());
    }
    if (wanted.language() != null) {
      sql.append("and :language = any(m.languages)\n");
      with.put("language", wanted.language());
    }
    if (wanted.online() != null) {
      sql.append(wanted.online() ? "and m.online\n" : "and m.at_place and not m.place_closed\n");
    }
    if (wanted.newcomer()) {
      // Who stood at a locked door once does not come twice.
      sql.append("and not m.closed and not (m.place_closed and ")
          .append(wanted.atPlaceNear() ? "true)\n" : "not m.online)\n");
    }
    if (welcoming != null) {
      sql.append(welcoming ? "and m.welcoming\n" : "and not m.welcoming\n");
    }
    if (after != null) {
      sql.append("and (span.base + m.week_minute * 60, m.id) > (:afterStarts, :afterId)\n");
      with.put("afterStarts", after.starts().getEpochSecond());
      with.put("afterId", after.id());
    }
    if (!wanted.atPlaceNear() && wanted.fellowships().isEmpty()) {
      // Of each clock the first few, as its index has them in order.
      sql.append("order by m.week_minute, m.id limit :limit\n");
    }
    sql.append(") m order by starts, m.id limit :limit");
    return new OccurrenceQuery(sql.toString(), with);
  }
}
