package org.handrail.referral.directory.hsds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.directory.copy.ChangedRows;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rows of all sources, and whose they are. */
@Repository
class StoredRows {
  private static final String ROW =
      """
      r.source, r.kind, r.external_id, r.id, r.body, r.modified_at,
        case when r.kind = 'service' then
          (select s.confirmed_on::text from directory_service s where s.id = r.id) end as confirmed_on
      """;
  private static final String KEYS =
      "unnest(:sources::text[], :kinds::text[], :ids::text[]) as k(source, kind, external_id)\n";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  StoredRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A row and whose it is. */
  record Owned(StoredRow.Key owner, StoredRow row) {}

  Optional<StoredRow> find(Kind kind, UUID id) {
    return jdbc.sql("select " + ROW + " from directory_row r where r.kind = :kind and r.id = :id")
        .param("kind", kind.code())
        .param("id", id)
        .query((row, number) -> row(row))
        .optional();
  }

  /** Before a list is read: whoever asks later for what changed meanwhile misses nothing. */
  void awaitPublished() {
    ChangedRows.awaitPublished(jdbc);
  }

  List<StoredRow> page(Listing listing, int limit, int offset) {
    return jdbc.sql("select " + ROW + listing.from() + " order by r.id limit :limit offset :offset")
        .params(listing.parameters())
        .param("limit", limit)
        .param("offset", offset)
        .query((row, number) -> row(row))
        .list();
  }

  /** The next so many after a row, by their ids; the first ones where there is none. */
  List<StoredRow> following(Listing listing, @Nullable UUID last, int limit) {
    return jdbc.sql(
            "select "
                + ROW
                + listing.from()
                + (last == null ? "" : "and r.id > :last\n")
                + "order by r.id limit :limit")
        .params(listing.parameters())
        .param("last", last)
        .param("limit", limit)
        .query((row, number) -> row(row))
        .list();
  }

  int count(Listing listing) {
    return jdbc.sql("select count(*) " + listing.from())
        .params(listing.parameters())
        .query(Integer.class)
        .single();
  }

  List<Owned> ownedBy(Collection<StoredRow.Key> owners) {
    return jdbc.sql(
            "select k.kind as owner_kind, k.external_id as owner_external_id, "
                + ROW
                + " from "
                + KEYS
                + """
                join directory_owner w on w.source = k.source and w.owner_kind = k.kind
                  and w.owner_external_id = k.external_id
                join directory_row r on r.source = w.source and r.kind = w.kind
                  and r.external_id = w.external_id
                order by r.external_id
                """)
        .params(arrays(owners))
        .query(
            (row, number) ->
                new Owned(
                    new StoredRow.Key(
                        row.getString("source"),
                        Kind.ofCode(row.getString("owner_kind")).orElseThrow(),
                        row.getString("owner_external_id")),
                    row(row)))
        .list();
  }

  List<StoredRow> named(Collection<StoredRow.Key> keys) {
    return jdbc.sql(
            "select "
                + ROW
                + " from "
                + KEYS
                + """
                join directory_row r on r.source = k.source and r.kind = k.kind
                  and r.external_id = k.external_id
                """)
        .params(arrays(keys))
        .query((row, number) -> row(row))
        .list();
  }

  private static Map<String, Object> arrays(Collection<StoredRow.Key> keys) {
    var sources = new ArrayList<String>();
    var kinds = new ArrayList<String>();
    var ids = new ArrayList<String>();
    for (StoredRow.Key key : keys) {
      sources.add(key.source());
      kinds.add(key.kind().code());
      ids.add(key.externalId());
    }
    return Map.of(
        "sources", sources.toArray(String[]::new),
        "kinds", kinds.toArray(String[]::new),
        "ids", ids.toArray(String[]::new));
  }

  private StoredRow row(ResultSet row) throws SQLException {
    var body = (ObjectNode) json.readTree(row.getString("body"));
    String confirmed = row.getString("confirmed_on");
    if (confirmed != null && confirmed.compareTo(body.path("assured_date").asString("")) > 0) {
      body.put("assured_date", confirmed);
    }
    return new StoredRow(
        new StoredRow.Key(
            row.getString("source"),
            Kind.ofCode(row.getString("kind")).orElseThrow(),
            row.getString("external_id")),
        row.getObject("id", UUID.class),
        body,
        Columns.instant(row, "modified_at"));
  }
}
