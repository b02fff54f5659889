package org.handrail.referral.directory.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Places whose address could cost a life: a shelter for people who fled. An attribute with the term
 * {@code confidential-location} on the location, or on a service there, says so, once and for all
 * later files. Of such a place the area is kept; where it is is not even stored, so that nothing
 * can give it away.
 */
final class ConfidentialPlaces {
  static final String TERM = "confidential-location";

  private static final Map<Kind, List<String>> TELLING =
      Map.of(
          Kind.LOCATION,
          List.of(
              "name",
              "alternate_name",
              "description",
              "transportation",
              "url",
              "latitude",
              "longitude",
              "external_identifier",
              "external_identifier_type"),
          Kind.SERVICE_AT_LOCATION,
          List.of("description"),
          Kind.ADDRESS,
          List.of("attention", "address_1", "address_2", "postal_code"),
          Kind.PHONE,
          List.of("description"),
          Kind.SCHEDULE,
          List.of("description", "notes", "schedule_link"),
          Kind.LANGUAGE,
          List.of("note"),
          Kind.ACCESSIBILITY,
          List.of("description", "details", "url"),
          Kind.METADATA,
          List.of("previous_value", "replacement_value"));

  private final JdbcClient jdbc;
  private final String source;

  ConfidentialPlaces(JdbcClient jdbc, String source) {
    this.jdbc = jdbc;
    this.source = source;
  }

  /** Takes out of these rows where such places are. */
  List<Finding> withhold(Collection<HsdsRow> rows) {
    Set<RowKey> hidden = places(rows);
    hidden.addAll(stored());
    rows.stream()
        .filter(row -> row.key.kind() == Kind.LOCATION && hidden.contains(row.key))
        .forEach(row -> row.values.put("confidential", true));
    rows.stream()
        .filter(row -> row.key.kind() == Kind.SERVICE_AT_LOCATION)
        .filter(row -> hidden.contains(new RowKey(Kind.LOCATION, "" + row.text("location_id"))))
        .forEach(row -> hidden.add(row.key));
    // Metadata of an address of the place tells it as well: three steps down at most.
    for (int step = 0; step < 3; step++) {
      rows.stream()
          .filter(row -> TELLING.containsKey(row.key.kind()))
          .filter(row -> row.key.kind() != Kind.LOCATION)
          .filter(row -> row.owners.stream().anyMatch(hidden::contains))
          .forEach(row -> hidden.add(row.key));
    }
    var findings = new ArrayList<Finding>();
    rows.stream().filter(row -> hidden.contains(row.key)).forEach(row -> strip(row, findings));
    return findings;
  }

  /**
   * Takes it out of what earlier files said, too: after this one is stored, and whatever it has of
   * those places.
   */
  void forget() {
    Map<Kind, List<String>> ids = new HashMap<>();
    stored()
        .forEach(key -> ids.computeIfAbsent(key.kind(), any -> new ArrayList<>()).add(key.id()));
    ids.forEach(
        (kind, hidden) -> {
          List<String> telling = TELLING.getOrDefault(kind, List.of());
          jdbc.sql(
                  """
                  update directory_row set body = body - :telling::text[]
                  where source = :source and kind = :kind and external_id = any(:ids)
                    and jsonb_exists_any(body, :telling::text[])
                  """)
              .param("telling", telling.toArray(String[]::new))
              .param("source", source)
              .param("kind", kind.code())
              .param("ids", hidden.toArray(String[]::new))
              .update();
          List<String> columns =
              telling.stream().filter(StoringRows.columns(kind)::contains).toList();
          if (!columns.isEmpty()) {
            jdbc.sql(
                    "update directory_%s set %s where source = :source and external_id = any(:ids)"
                        .formatted(
                            kind.code(),
                            String.join(", ", columns.stream().map(c -> c + " = null").toList())))
                .param("source", source)
                .param("ids", hidden.toArray(String[]::new))
                .update();
          }
        });
  }

  /** Such places as they are stored, what is offered there, and what tells of either. */
  private List<RowKey> stored() {
    return jdbc.sql(
            """
            with recursive hidden (kind, external_id) as (
              select 'location', external_id from directory_location
              where source = :source and confidential
              union
              select 'service_at_location', s.external_id from directory_service_at_location s
              join directory_location l on l.id = s.location_id
              where s.source = :source and l.confidential
              union
              select o.kind, o.external_id from directory_owner o
              join hidden h on o.owner_kind = h.kind and o.owner_external_id = h.external_id
              where o.source = :source and o.kind = any(:telling))
            select kind, external_id from hidden
            """)
        .param("source", source)
        .param(
            "telling",
            TELLING.keySet().stream()
                .filter(kind -> kind != Kind.LOCATION && kind != Kind.SERVICE_AT_LOCATION)
                .map(Kind::code)
                .toArray(String[]::new))
        .query(
            (row, number) ->
                new RowKey(
                    Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                    row.getString("external_id")))
        .list();
  }

  private static void strip(HsdsRow row, List<Finding> findings) {
    List<String> telling = TELLING.getOrDefault(row.key.kind(), List.of());
    if (telling.stream().anyMatch(row.values::containsKey)) {
      row.values.keySet().removeAll(telling);
      findings.add(
          new Finding(
              row.pointers.getFirst(),
              row.key.kind(),
              row.key.id(),
              "confidential-withheld",
              "what tells where it is was left out",
              false));
    }
  }

  private Set<RowKey> places(Collection<HsdsRow> rows) {
    Map<RowKey, HsdsRow> all = new HashMap<>();
    rows.forEach(row -> all.put(row.key, row));
    Set<RowKey> marked = new HashSet<>();
    for (HsdsRow row : rows) {
      if (row.key.kind() == Kind.ATTRIBUTE && says(row, all)) {
        marked.addAll(row.owners);
      }
    }
    Set<RowKey> places = known();
    for (HsdsRow row : rows) {
      boolean here = marked.contains(row.key) || row.owners.stream().anyMatch(marked::contains);
      if (row.key.kind() == Kind.SERVICE_AT_LOCATION && here) {
        places.add(new RowKey(Kind.LOCATION, "" + row.text("location_id")));
      } else if (row.key.kind() == Kind.LOCATION && marked.contains(row.key)) {
        places.add(row.key);
      }
    }
    return places;
  }

  private static boolean says(HsdsRow attribute, Map<RowKey, HsdsRow> all) {
    HsdsRow term = all.get(new RowKey(Kind.TAXONOMY_TERM, "" + attribute.text("taxonomy_term_id")));
    return is(attribute.text("value")) || (term != null && is(term.text("code")));
  }

  private static boolean is(@Nullable String code) {
    return code != null && code.toLowerCase(Locale.ROOT).equals(TERM);
  }

  private Set<RowKey> known() {
    return new HashSet<>(
        jdbc.sql("select external_id from directory_location where source = ? and confidential")
            .param(source)
            .query((row, number) -> new RowKey(Kind.LOCATION, row.getString("external_id")))
            .list());
  }
}
