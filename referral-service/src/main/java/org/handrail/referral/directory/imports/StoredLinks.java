package org.handrail.referral.directory.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.handrail.referral.directory.standard.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which of the stored rows belong to which, or name them. */
final class StoredLinks {
  /** The stored rows that these keys name, as {@code here}; to be used with {@link #keys}. */
  static final String HERE =
      """
      with asked as (
        select * from unnest(:sources::text[], :kinds::text[], :ids::text[])
          as k(source, kind, external_id)),
      here as (
        select r.source, r.kind, r.external_id, r.id from asked k
        join directory_row r on r.source = k.source and r.kind = k.kind
          and r.external_id = k.external_id)
      """;

  private static final String ALIKE =
      """
      select r.source, r.kind, r.external_id
      from unnest(:sources::text[], :kinds::text[], :ids::text[]) as k(source, kind, external_id)
      join directory_row r on r.kind = k.kind and lower(r.external_id) = k.external_id
        and k.source in ('', r.source)
      """;

  private static final String BELOW =
      HERE
          + """
          select h.source, h.kind as owner_kind, h.external_id as owner_id, b.kind, b.external_id
          from here h cross join lateral (
            select w.kind, w.external_id from directory_owner w
            where w.source = h.source and w.owner_kind = h.kind
              and w.owner_external_id = h.external_id
            union all
            select 'service', s.external_id from directory_service s
            where h.kind = 'organization' and s.organization_id = h.id
            union all
            select r.kind, r.external_id from directory_row r
            where h.kind = 'organization' and r.source = h.source and r.kind = 'location'
              and r.body ->> 'organization_id' = h.external_id
            union all
            select r.kind, r.external_id from directory_row r
            where h.kind = 'program' and r.source = h.source and r.kind = 'service'
              and r.body ->> 'program_id' = h.external_id
            union all
            select 'service_at_location', l.external_id from directory_service_at_location l
            where h.kind = 'service' and l.service_id = h.id
            union all
            select 'service_at_location', l.external_id from directory_service_at_location l
            where h.kind = 'location' and l.location_id = h.id
            union all
            select r.kind, r.external_id from directory_row r
            where h.kind = 'location' and r.source = h.source
              and r.body ->> 'location_id' = h.external_id
            union all
            select r.kind, r.external_id from directory_row r
            where h.kind = 'service_at_location' and r.source = h.source
              and r.body ->> 'service_at_location_id' = h.external_id) b
          """;

  private static final String ABOVE =
      HERE
          + """
          select h.source, h.kind, h.external_id, b.kind as owner_kind, b.external_id as owner_id
          from here h cross join lateral (
            select w.owner_kind, w.owner_external_id from directory_owner w
            where w.source = h.source and w.kind = h.kind and w.external_id = h.external_id
            union all
            select 'location', p.external_id from directory_service_at_location l
            join directory_location p on p.id = l.location_id
            where h.kind = 'service_at_location' and l.id = h.id) b(kind, external_id)
          """;

  private final JdbcClient jdbc;

  StoredLinks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The stored rows that have the ids of these, in their source or in every one; UUIDs in any case.
   */
  List<SharedKey> alike(Collection<SharedKey> uuids) {
    return rows(ALIKE, uuids.stream().map(SharedKey::anyCase).toList());
  }

  /** The stored rows of whatever kind that are called so in the source; UUIDs in every one. */
  List<SharedKey> called(Collection<String> ids, String source) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select r.source, r.kind, r.external_id
                from unnest(:ids::text[]) as i(id) cross join unnest(:kinds::text[]) as k(kind)
                join directory_row r on r.kind = k.kind and lower(r.external_id) = lower(i.id)
                where r.source = :source or length(i.id) = 36
                """)
            .param("source", source)
            .param("ids", ids.toArray(String[]::new))
            .param("kinds", Arrays.stream(Kind.values()).map(Kind::code).toArray(String[]::new))
            .query((row, number) -> key(row))
            .list();
  }

  /** Those of them that anybody can find, as far as they are places. */
  List<SharedKey> open(Collection<SharedKey> keys) {
    return rows(
        ALIKE
            + """
            where not exists (select from directory_location p
              where r.kind = 'location' and p.id = r.id and p.confidential)
            """,
        keys);
  }

  /** What belongs to these, or names them. */
  List<Spreading.Link> below(Collection<SharedKey> keys) {
    return links(BELOW, keys);
  }

  /** To what these belong, and where that is which is offered somewhere. */
  List<Spreading.Link> above(Collection<SharedKey> keys) {
    return links(ABOVE, keys);
  }

  /** Those of them that can be stored, for {@link #HERE}. */
  static Map<String, Object> keys(Collection<SharedKey> keys) {
    List<SharedKey> named = keys.stream().filter(SaidInFile::isNamed).toList();
    return Map.of(
        "sources", named.stream().map(SharedKey::source).toArray(String[]::new),
        "kinds", named.stream().map(key -> key.kind().code()).toArray(String[]::new),
        "ids", named.stream().map(SharedKey::id).toArray(String[]::new));
  }

  static Kind kind(ResultSet row, String column) throws SQLException {
    return Kind.ofCode(row.getString(column)).orElseThrow();
  }

  private List<SharedKey> rows(String sql, Collection<SharedKey> keys) {
    return keys.isEmpty()
        ? List.of()
        : jdbc.sql(sql).params(keys(keys)).query((row, number) -> key(row)).list();
  }

  private static SharedKey key(ResultSet row) throws SQLException {
    return SharedKey.of(row.getString("source"), kind(row, "kind"), row.getString("external_id"));
  }

  private List<Spreading.Link> links(String sql, Collection<SharedKey> keys) {
    return keys.isEmpty()
        ? List.of()
        : jdbc.sql(sql)
            .params(keys(keys))
            .query(
                (row, number) ->
                    new Spreading.Link(
                        SharedKey.of(
                            row.getString("source"),
                            kind(row, "kind"),
                            row.getString("external_id")),
                        SharedKey.of(
                            row.getString("source"),
                            kind(row, "owner_kind"),
                            row.getString("owner_id"))))
            .list();
  }
}
