package org.handrail.referral.directory.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.handrail.referral.directory.PlainText;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a file says of who offers what where, and of which place nobody may know where it is;
 * whatever becomes of the rows that say so. A mark counts also where its row is rejected: the file
 * that hides a place must not have to be without faults.
 */
final class SaidInFile {
  /** Where several rows share an id, which of them it was; no row of a source is called so. */
  private static final String UNNAMED = "\u0000";

  /** What nothing is cleaned away from: most ids. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,200}");

  private static final Set<Kind> MARKED =
      EnumSet.of(
          Kind.ORGANIZATION, Kind.PROGRAM, Kind.SERVICE, Kind.SERVICE_AT_LOCATION, Kind.LOCATION);

  private static final Map<String, Kind> OWNERS = owners();

  /**
   * An attribute of a row.
   *
   * @param says whether its own words say it, whatever its terms do
   * @param terms ids of its terms
   */
  record Attribute(String pointer, boolean says, Set<String> terms, Set<RowKey> owners) {}

  /** A row and another to which it belongs, or which it names. */
  record Link(RowKey row, RowKey owner) {}

  private final List<Attribute> attributes = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Set<String> terms = new HashSet<>();
  private final Set<String> saying = new HashSet<>();

  /** Nothing, as from no file. */
  SaidInFile() {}

  static SaidInFile in(List<HsdsReading.Table> tables) {
    var said = new SaidInFile();
    for (HsdsReading.Table table : tables) {
      for (int i = 0; i < table.rows().size(); i++) {
        said.read(table.rows().get(i), table.kind(), table.at().get(i), null, null);
      }
    }
    return said;
  }

  /** Whether that names a row which others may name as well. */
  static boolean isNamed(SharedKey key) {
    return !key.id().startsWith(UNNAMED);
  }

  List<Attribute> attributes() {
    return attributes;
  }

  List<Link> links() {
    return links;
  }

  /** Ids of the terms that the file has. */
  Set<String> terms() {
    return terms;
  }

  /** Ids of those of them that say it. */
  Set<String> saying() {
    return saying;
  }

  /** Takes over to whom the rows belong that were understood. */
  void understood(Collection<HsdsRow> rows) {
    Map<String, Attribute> at = new HashMap<>();
    attributes.forEach(attribute -> at.put(attribute.pointer(), attribute));
    for (HsdsRow row : rows) {
      row.owners.forEach(owner -> links.add(new Link(row.key, owner)));
      row.values.forEach(
          (field, value) ->
              named(row.key.kind(), field, value)
                  .ifPresent(owner -> links.add(new Link(row.key, owner))));
      if (row.key.kind() == Kind.ATTRIBUTE) {
        row.pointers.stream()
            .filter(at::containsKey)
            .forEach(pointer -> owned(at.get(pointer), row.owners));
      }
    }
  }

  private static void owned(@Nullable Attribute attribute, Set<RowKey> owners) {
    if (attribute != null) {
      owners.stream()
          .filter(owner -> owner.kind().holdsMany(Kind.ATTRIBUTE))
          .forEach(attribute.owners()::add);
    }
  }

  private void read(
      JsonNode node,
      Kind kind,
      String pointer,
      @Nullable RowKey place,
      @Nullable Attribute attribute) {
    if (kind == Kind.ATTRIBUTE) {
      attribute(node, pointer, place);
      return;
    }
    if (kind == Kind.TAXONOMY_TERM) {
      term(node, attribute);
    }
    RowKey here = MARKED.contains(kind) ? place(node, kind, pointer) : of(node, kind, place);
    if (here != null && place != null && MARKED.contains(kind)) {
      // What stands singly in another is named by it; all else belongs to it.
      boolean owns = place.kind().holdsMany(kind);
      links.add(owns ? new Link(here, place) : new Link(place, here));
    }
    if (here != null && MARKED.contains(kind)) {
      references(node, kind, here);
    }
    nested(node, kind, pointer, here, attribute);
  }

  private void nested(
      JsonNode node,
      Kind kind,
      String pointer,
      @Nullable RowKey here,
      @Nullable Attribute attribute) {
    kind.nested()
        .forEach(
            (field, inner) -> {
              JsonNode value = node.path(field);
              String at = pointer + "/" + field;
              if (value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                  read(value.get(i), inner, at + "/" + i, here, attribute);
                }
              } else if (!value.isMissingNode() && !value.isNull()) {
                read(value, inner, at, here, attribute);
              }
            });
  }

  private void attribute(JsonNode node, String pointer, @Nullable RowKey place) {
    var attribute =
        new Attribute(
            pointer,
            ConfidentialCode.is(node)
                || node.valueStream().anyMatch(ConfidentialCode::is)
                || node.path("taxonomy_term").valueStream().anyMatch(ConfidentialCode::is),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
    if (place != null) {
      attribute.owners().add(place);
    }
    owners(node, attribute);
    attributes.add(attribute);
    nested(node, Kind.ATTRIBUTE, pointer, place, attribute);
  }

  /**
   * To what it belongs, and its term; whatever the columns are called. HSDS has {@code link_id}
   * here, where its other tables have {@code location_id} or {@code service_id}: who hides a place
   * by the wrong one means it no less.
   */
  private static void owners(JsonNode node, Attribute attribute) {
    Map<String, List<String>> fields = new HashMap<>();
    for (var field : node.properties()) {
      text(field.getValue())
          .ifPresent(
              value ->
                  fields
                      .computeIfAbsent(bare(field.getKey()), any -> new ArrayList<>())
                      .add(value));
    }
    attribute.terms().addAll(fields.getOrDefault("taxonomytermid", List.of()));
    Optional<Kind> entity =
        fields.getOrDefault("linkentity", List.of()).stream()
            .flatMap(word -> Kind.ofTable(word).stream())
            .findFirst();
    fields.getOrDefault("linkid", List.of()).forEach(id -> linked(attribute, id, entity));
    OWNERS.forEach(
        (field, kind) ->
            fields
                .getOrDefault(field, List.of())
                .forEach(id -> attribute.owners().add(new RowKey(kind, id))));
  }

  private static Map<String, Kind> owners() {
    Map<String, Kind> owners = new HashMap<>();
    for (Kind kind : Kind.values()) {
      // What `link_id` names may be of any kind.
      if (kind != Kind.LINK && kind.holdsMany(Kind.ATTRIBUTE)) {
        owners.put(bare(kind.code() + "_id"), kind);
      }
    }
    return owners;
  }

  private static String bare(String field) {
    return field.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
  }

  /** Where the word for the kind is of no use, it may be any that has places. */
  private static void linked(Attribute attribute, String id, Optional<Kind> kind) {
    if (kind.isPresent()) {
      attribute.owners().add(new RowKey(kind.get(), id));
    } else if (attribute.owners().isEmpty()) {
      MARKED.forEach(any -> attribute.owners().add(new RowKey(any, id)));
    }
  }

  private void term(JsonNode node, @Nullable Attribute attribute) {
    text(node.path("id"))
        .ifPresent(
            id -> {
              terms.add(id);
              if (ConfidentialCode.is(node.path("code"))
                  || ConfidentialCode.is(node.path("name"))) {
                saying.add(id);
              }
              if (attribute != null) {
                attribute.terms().add(id);
              }
            });
  }

  /** What else stands in no other row says by id to which it belongs. */
  private static @Nullable RowKey of(JsonNode node, Kind kind, @Nullable RowKey place) {
    if (place != null) {
      return place;
    }
    return kind.fields().keySet().stream()
        .flatMap(field -> text(node.path(field)).flatMap(id -> named(kind, field, id)).stream())
        .filter(owner -> MARKED.contains(owner.kind()) && owner.kind().holdsMany(kind))
        .findFirst()
        .orElse(null);
  }

  private static RowKey place(JsonNode node, Kind kind, String pointer) {
    return new RowKey(
        kind,
        kind == Kind.SERVICE_AT_LOCATION
            ? UNNAMED + pointer
            : text(node.path("id")).orElse(UNNAMED + pointer));
  }

  private void references(JsonNode node, Kind kind, RowKey here) {
    for (String field : kind.fields().keySet()) {
      text(node.path(field))
          .flatMap(value -> named(kind, field, value))
          .ifPresent(owner -> links.add(new Link(here, owner)));
    }
  }

  /** What a field of a row names by its id. */
  private static Optional<RowKey> named(Kind kind, String field, Object value) {
    boolean any = kind == Kind.ATTRIBUTE || kind == Kind.METADATA || kind == Kind.LINK;
    return field.endsWith("_id") && !any && value instanceof String id
        ? Kind.ofCode(field.substring(0, field.length() - 3)).map(owner -> new RowKey(owner, id))
        : Optional.empty();
  }

  private static Optional<String> text(JsonNode node) {
    if (!node.isString() && !node.isNumber()) {
      return Optional.empty();
    }
    String text = node.isString() ? node.stringValue() : node.toString();
    return PLAIN.matcher(text).matches()
        ? Optional.of(text)
        : Optional.ofNullable(PlainText.of(text).text());
  }
}
