package org.handrail.referral.directory.imports;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handrail.referral.directory.standard.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Terms, and taxonomies of terms, that nothing has but what tells of hidden places: what they say
 * may be about the place. Those that others have too are a vocabulary.
 */
final class OnlyOfHidden {
  private final JdbcClient jdbc;
  private final String source;
  private final Collection<HsdsRow> rows;

  OnlyOfHidden(JdbcClient jdbc, String source, Collection<HsdsRow> rows) {
    this.jdbc = jdbc;
    this.source = source;
    this.rows = rows;
  }

  Set<SharedKey> terms(Set<SharedKey> hidden) {
    return named(hidden, Kind.ATTRIBUTE, Kind.TAXONOMY_TERM);
  }

  Set<SharedKey> taxonomies(Set<SharedKey> hidden) {
    return named(hidden, Kind.TAXONOMY_TERM, Kind.TAXONOMY);
  }

  private Set<SharedKey> named(Set<SharedKey> hidden, Kind by, Kind kind) {
    Set<SharedKey> only = new HashSet<>();
    Set<SharedKey> others = new HashSet<>();
    String field = kind.code() + "_id";
    for (HsdsRow row : rows) {
      String id = row.key.kind() == by ? row.text(field) : null;
      if (id != null) {
        (hidden.contains(SharedKey.of(source, row.key)) ? only : others)
            .add(SharedKey.of(source, kind, id));
      }
    }
    Set<SharedKey> hiding = new HashSet<>(hidden);
    hiding.removeIf(key -> key.kind() != by);
    jdbc.sql(
            StoredLinks.HERE
                + """
                select r.source, r.body ->> :field as named from here h
                join directory_row r
                  on r.source = h.source and r.kind = h.kind and r.external_id = h.external_id
                where r.body ->> :field is not null
                """)
        .params(StoredLinks.keys(hiding))
        .param("field", field)
        .query(
            row -> {
              only.add(SharedKey.of(row.getString("source"), kind, row.getString("named")));
            });
    others.addAll(namedByOthers(only, hidden, by, field, kind));
    only.removeAll(others);
    return only;
  }

  private Set<SharedKey> namedByOthers(
      Set<SharedKey> named, Set<SharedKey> hidden, Kind by, String field, Kind kind) {
    Set<SharedKey> others = new HashSet<>();
    if (named.isEmpty()) {
      return others;
    }
    // The field stands in the text, so that the index of it can be used.
    jdbc.sql(
            """
            select source, external_id, body ->> '%1$s' as named from directory_row
            where kind = '%2$s' and lower(body ->> '%1$s') = any(:ids)
            """
                .formatted(field, by.code()))
        .params(
            Map.of(
                "ids",
                named.stream()
                    .map(key -> key.id().toLowerCase(Locale.ROOT))
                    .toArray(String[]::new)))
        .query(
            row -> {
              String of = row.getString("source");
              if (!hidden.contains(SharedKey.of(of, by, row.getString("external_id")))) {
                others.add(SharedKey.of(of, kind, row.getString("named")));
              }
            });
    return others;
  }
}
