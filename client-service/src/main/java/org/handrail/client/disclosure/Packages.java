package org.handrail.client.disclosure;

import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;
import static org.handrail.platform.sql.Columns.utcOrNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.ledger.Link;
import org.handrail.client.paper.Hash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The released packages. They live here and nowhere else. */
@Repository
class Packages {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  Packages(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  }

  /** A package as it was written, and its hash. */
  record Sealed(String text, Hash hash) {}

  Sealed seal(ReleasedPackage released) {
    var text = json.writeValueAsString(released);
    return new Sealed(text, Hash.of(text));
  }

  /**
   * @param required the categories without which it would not have gone
   * @param readableUntil from when on nobody reads it any more
   */
  void add(
      Link release, Sealed body, Collection<String> required, @Nullable Instant readableUntil) {
    var who = release.entry().who();
    jdbc.sql(
            """
            insert into disclosure_package (agency, disclosure_id, discloser, recipient, body, required, readable_until)
            values (:agency, :id, :discloser, :recipient, :body, :required, :until)
            """)
        .param("agency", release.agency().value())
        .param("id", release.entry().id())
        .param("discloser", who.discloser().value())
        .param("recipient", who.recipient().value())
        .param("body", body.text())
        .param("required", required.stream().sorted().toArray(String[]::new))
        .param("until", utcOrNull(readableUntil))
        .update();
  }

  /** A package and when its recipient first read it. */
  record Kept(ReleasedPackage released, @Nullable Instant fetchedAt) {}

  Optional<Kept> find(UUID disclosure) {
    return jdbc.sql(
            """
            select body, fetched_at from disclosure_package
            where disclosure_id = :id and (readable_until is null or readable_until > :now)
            """)
        .param("id", disclosure)
        .param("now", utc(clock.instant()))
        .query(
            (row, _) ->
                new Kept(
                    json.readValue(row.getString("body"), ReleasedPackage.class),
                    optionalInstant(row, "fetched_at")))
        .optional();
  }

  /** What was released, also when nobody reads it any more. */
  Optional<ReleasedPackage> released(UUID disclosure) {
    return jdbc.sql("select body from disclosure_package where disclosure_id = :id")
        .param("id", disclosure)
        .query((row, _) -> json.readValue(row.getString("body"), ReleasedPackage.class))
        .optional();
  }

  void fetched(UUID disclosure, Instant at) {
    jdbc.sql(
            "update disclosure_package set fetched_at = :at where disclosure_id = :id and"
                + " fetched_at is null")
        .param("at", utc(at))
        .param("id", disclosure)
        .update();
  }
}
