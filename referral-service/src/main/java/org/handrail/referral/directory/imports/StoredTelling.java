package org.handrail.referral.directory.imports;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.directory.standard.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes out of what is stored what tells where a hidden place is. */
final class StoredTelling {
  private static final String BARE =
      ConfidentialCode.inSql("e.value #>> '{}'") + " = '" + ConfidentialCode.BARE + "'";

  private final JdbcClient jdbc;
  private final Instant now;

  StoredTelling(JdbcClient jdbc, Instant now) {
    this.jdbc = jdbc;
    this.now = now;
  }

  /** The sources of the places that could be found until now. */
  Set<String> forget(Collection<SharedKey> hidden) {
    Set<String> sources = new LinkedHashSet<>();
    for (Kind kind : Kind.values()) {
      List<SharedKey> keys = hidden.stream().filter(key -> key.kind() == kind).toList();
      if (!keys.isEmpty()) {
        whole(kind, keys);
        columns(kind, keys);
        if (kind == Kind.LOCATION) {
          sources.addAll(close(keys));
        }
      }
    }
    return sources;
  }

  private void whole(Kind kind, List<SharedKey> keys) {
    jdbc.sql(
            StoredLinks.HERE
                + """
                update directory_row r
                set modified_at = :now, body = coalesce((
                  select jsonb_object_agg(e.key, e.value) from jsonb_each(r.body) e
                  where e.key = any(:told) or %1$s), '{}')
                from here h
                where r.source = h.source and r.kind = h.kind and r.external_id = h.external_id
                  and exists (select from jsonb_each(r.body) e
                    where not (e.key = any(:told) or coalesce(%1$s, false)))
                """
                    .formatted(BARE))
        .params(StoredLinks.keys(keys))
        .param("told", ToldOfHidden.fields(kind).toArray(String[]::new))
        .param("now", Columns.utc(now))
        .update();
  }

  private void columns(Kind kind, List<SharedKey> keys) {
    List<String> columns = ToldOfHidden.hiddenColumns(kind);
    if (columns.isEmpty()) {
      return;
    }
    // A term says by its code or its name that a place is confidential; that may be told.
    String kept =
        "case when "
            + ConfidentialCode.inSql("t.%1$s::text")
            + " = '"
            + ConfidentialCode.BARE
            + "' then t.%1$s end";
    jdbc.sql(
            StoredLinks.HERE
                + "update directory_%s t set %s from here h where t.source = h.source and"
                    .formatted(
                        kind.code(),
                        String.join(
                            ", ",
                            columns.stream().map(c -> c + " = " + kept.formatted(c)).toList()))
                + " t.external_id = h.external_id and (%s) is distinct from (%s)"
                    .formatted(
                        row(columns.stream().map(c -> "t." + c).toList()),
                        row(columns.stream().map(kept::formatted).toList())))
        .params(StoredLinks.keys(keys))
        .update();
  }

  private static String row(List<String> columns) {
    return "row(" + String.join(", ", columns) + ")";
  }

  private Set<String> close(List<SharedKey> places) {
    return new LinkedHashSet<>(
        jdbc.sql(
                StoredLinks.HERE
                    + """
                    update directory_location t set confidential = true from here h
                    where t.source = h.source and t.external_id = h.external_id
                      and not t.confidential
                    returning t.source
                    """)
            .params(StoredLinks.keys(places))
            .query(String.class)
            .list());
  }
}
