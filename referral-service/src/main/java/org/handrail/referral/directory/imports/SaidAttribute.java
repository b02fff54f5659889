package org.handrail.referral.directory.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handrail.referral.directory.standard.Kind;
import tools.jackson.databind.JsonNode;

/**
 * An attribute of a row, as far as it may say that something is confidential.
 *
 * @param says whether its own words say it, whatever its terms do
 * @param terms ids of its terms
 * @param owners rows in which it stands, or to which it is known to belong
 * @param named what it names by an id, of that kind or of whatever else is called so
 */
record SaidAttribute(
    String pointer, boolean says, Set<String> terms, Set<RowKey> owners, Set<RowKey> named) {
  private static final Map<String, Kind> COLUMNS = columns();

  /** Where a term is named, in HSDS and by those who call it otherwise. */
  private static final Set<String> TERMS =
      Set.of("taxonomytermid", "taxonomyterm", "termid", "term");

  static SaidAttribute of(JsonNode node, String pointer, Set<RowKey> owners) {
    var attribute = new SaidAttribute(pointer, ConfidentialCode.isIn(node), owners);
    attribute.read(node);
    return attribute;
  }

  SaidAttribute(String pointer, boolean says, Set<RowKey> owners) {
    this(pointer, says, new LinkedHashSet<>(), new LinkedHashSet<>(owners), new LinkedHashSet<>());
  }

  /** Whether it says it, by itself or by one of these terms. */
  boolean says(Set<SharedKey> saying, String source) {
    return says || terms.stream().anyMatch(id -> ConfidentialMarks.says(saying, source, id));
  }

  /**
   * To what it belongs, and its term; whatever the columns are called. HSDS has {@code link_id}
   * here, where its other tables have {@code location_id} or {@code service_id}: who hides a place
   * by the wrong one means it no less.
   */
  private void read(JsonNode node) {
    Map<String, List<String>> fields = new HashMap<>();
    for (var field : node.properties()) {
      SaidInFile.text(field.getValue())
          .ifPresent(
              value ->
                  fields
                      .computeIfAbsent(bare(field.getKey()), any -> new ArrayList<>())
                      .add(value));
    }
    TERMS.forEach(field -> terms.addAll(fields.getOrDefault(field, List.of())));
    Optional<Kind> entity =
        fields.getOrDefault("linkentity", List.of()).stream()
            .flatMap(word -> Kind.ofTable(word).stream())
            .filter(kind -> kind.holdsMany(Kind.ATTRIBUTE))
            .findFirst();
    fields.getOrDefault("linkid", List.of()).forEach(id -> linked(id, entity));
    COLUMNS.forEach(
        (field, kind) ->
            fields.getOrDefault(field, List.of()).forEach(id -> named.add(new RowKey(kind, id))));
  }

  /** Where the word for the kind is of no use, it may be any that has places. */
  private void linked(String id, Optional<Kind> kind) {
    if (kind.isPresent()) {
      named.add(new RowKey(kind.get(), id));
    } else if (owners.isEmpty()) {
      SaidInFile.MARKED.forEach(any -> named.add(new RowKey(any, id)));
    }
  }

  private static Map<String, Kind> columns() {
    Map<String, Kind> columns = new HashMap<>();
    for (Kind kind : Kind.values()) {
      // What `link_id` names may be of any kind.
      if (kind != Kind.LINK && kind.holdsMany(Kind.ATTRIBUTE)) {
        columns.put(bare(kind.code() + "_id"), kind);
      }
    }
    return columns;
  }

  private static String bare(String field) {
    return field.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
  }
}
