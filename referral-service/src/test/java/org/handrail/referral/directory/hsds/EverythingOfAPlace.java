package org.handrail.referral.directory.hsds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.handrail.referral.directory.standard.FieldType;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Every row that may hang below a place, with a word of its own in every field that takes words.
 */
final class EverythingOfAPlace {
  private static final int DEEPEST = 4;
  private static final Set<Kind> OF_THEMSELVES =
      Set.of(Kind.SERVICE, Kind.LOCATION, Kind.ORGANIZATION, Kind.SERVICE_AT_LOCATION);
  // The area is told, and the number: in these nobody may write where it is.
  private static final Map<String, String> TOLD =
      Map.of(
          "city", "Port Amity",
          "region", "Amity County",
          "state_province", "OH",
          "postal_code", "44870",
          "number", "419-555-0177");

  private static final Map<String, Double> SPOT = Map.of("latitude", 41.44, "longitude", -82.70);

  private final String word;
  private final String mark;
  private final Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
  private int rows;

  /**
   * @param word that stands in every field
   * @param mark the id of the term by which a place is confidential
   */
  EverythingOfAPlace(String word, String mark) {
    this.word = word;
    this.mark = mark;
  }

  /** Nested in each other. */
  Map<String, Object> nested(Kind kind, Map<String, Object> more) {
    Map<String, Object> row = row(kind, 0);
    row.putAll(more);
    return row;
  }

  /** The same as tables, each by its name. */
  Map<String, List<Map<String, Object>>> tables(Map<String, Object> nested, Kind kind) {
    flatten(nested, kind, null);
    return tables;
  }

  /** And as tables of a package; a web address of the place, which HSDS has not, among them. */
  Map<String, String> csv(Map<String, Object> nested, Kind kind) {
    tables(nested, kind);
    Map<String, Object> link = row(Kind.LINK, DEEPEST);
    link(link, "link_entity", "link_id", new Owner(Kind.LOCATION, "l"));
    tables.put("urls", List.of(link));
    Map<String, String> lines = new LinkedHashMap<>();
    tables.forEach((table, rows) -> lines.put(table, csv(rows)));
    return lines;
  }

  private static String csv(List<Map<String, Object>> rows) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    var lines = new StringBuilder(String.join(",", columns));
    for (Map<String, Object> row : rows) {
      List<String> cells =
          columns.stream().map(c -> "\"" + row.getOrDefault(c, "") + "\"").toList();
      lines.append("\n").append(String.join(",", cells));
    }
    return lines.append("\n").toString();
  }

  private Map<String, Object> row(Kind kind, int depth) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", kind.code() + "-" + ++rows);
    kind.fields()
        .forEach((field, type) -> value(kind, field, type).ifPresent(v -> row.put(field, v)));
    if (depth < DEEPEST) {
      kind.nested()
          .forEach(
              (field, inner) -> {
                if (!OF_THEMSELVES.contains(inner)) {
                  Map<String, Object> below = row(inner, depth + 1);
                  row.put(field, kind.single(field) ? below : List.of(below));
                }
              });
    }
    return row;
  }

  private Optional<Object> value(Kind kind, String field, FieldType type) {
    Object value =
        switch (type) {
          case TEXT -> field.endsWith("_id") ? null : TOLD.getOrDefault(field, said(kind, field));
          case URL -> "https://shelter.example/" + said(kind, field).replace(' ', '-');
          case EMAIL -> said(kind, field).replace(' ', '.') + "@shelter.example";
          case CODE ->
              field.equals("location_type") || field.equals("address_type") ? "physical" : null;
          case NUMBER -> SPOT.get(field);
          case COUNTRY -> "US";
          case DATE -> field.equals("last_action_date") ? "2026-01-01" : null;
          default -> null;
        };
    return Optional.ofNullable(value);
  }

  private String said(Kind kind, String field) {
    return word + " " + kind.code() + " " + field;
  }

  private record Owner(Kind kind, Object id) {}

  private void flatten(Map<?, ?> row, Kind kind, @Nullable Owner owner) {
    Map<String, Object> flat = new LinkedHashMap<>();
    row.forEach(
        (field, value) -> {
          Kind inner = kind.nested().get("" + field);
          if (inner == null) {
            flat.put("" + field, value);
          } else if (value instanceof Map<?, ?> one) {
            flat.put(inner.code() + "_id", Objects.requireNonNull(one.get("id")));
            flatten(one, inner, null);
          } else if (value instanceof List<?> many) {
            var of = new Owner(kind, Objects.requireNonNull(row.get("id")));
            many.forEach(each -> flatten((Map<?, ?>) each, inner, of));
          }
        });
    if (owner != null) {
      switch (kind) {
        case ATTRIBUTE -> link(flat, "link_entity", "link_id", owner);
        case METADATA -> link(flat, "resource_type", "resource_id", owner);
        default -> flat.put(owner.kind().code() + "_id", owner.id());
      }
    }
    tables.computeIfAbsent(kind.code(), any -> new ArrayList<>()).add(flat);
  }

  private static void link(Map<String, Object> row, String kind, String id, Owner owner) {
    row.put(kind, owner.kind().code());
    row.put(id, owner.id());
  }

  /** The attribute by which it is confidential. */
  Map<String, Object> marking() {
    return Map.of(
        "id", "marking", "taxonomy_term", Map.of("id", mark, "code", "confidential-location"));
  }
}
