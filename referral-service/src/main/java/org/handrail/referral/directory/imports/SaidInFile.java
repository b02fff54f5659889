package org.handrail.referral.directory.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
  /** What has places. */
  static final Set<Kind> MARKED =
      EnumSet.of(
          Kind.ORGANIZATION, Kind.PROGRAM, Kind.SERVICE, Kind.SERVICE_AT_LOCATION, Kind.LOCATION);

  /** Where several rows share an id, which of them it was; no row of a source is called so. */
  private static final String UNNAMED = "\u0000";

  /** What nothing is cleaned away from: most ids. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,200}");

  private static final Map<Kind, Map<String, Kind>> NAMED = named();

  private final List<SaidAttribute> attributes = new ArrayList<>();
  private final FileLinks links = new FileLinks();
  private final Set<String> terms = new HashSet<>();
  private final Set<String> saying = new HashSet<>();

  /** Nothing, as from no file. */
  SaidInFile() {}

  static SaidInFile in(List<HsdsReading.Table> tables) {
    var said = new SaidInFile();
    for (HsdsReading.Table table : tables) {
      for (int i = 0; i < table.rows().size(); i++) {
        JsonNode row = table.rows().get(i);
        Set<RowKey> owners = table.guessed() ? called(row.path("id")) : Set.of();
        said.read(row, table.kind(), table.at().get(i), null, owners, null);
      }
    }
    return said;
  }

  static boolean isNamed(SharedKey key) {
    return isNamed(key.id());
  }

  /** Whether that names a row which others may name as well. */
  static boolean isNamed(String id) {
    return !id.startsWith(UNNAMED);
  }

  /** Whether its id tells it from others: several parts of something may have the same. */
  private static boolean standsForItself(Kind kind) {
    return MARKED.contains(kind) && kind != Kind.SERVICE_AT_LOCATION;
  }

  /** A row that nothing else may be taken for. */
  private static RowKey unnamed(Kind kind, String pointer) {
    return new RowKey(kind, UNNAMED + pointer);
  }

  List<SaidAttribute> attributes() {
    return attributes;
  }

  FileLinks links() {
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
    Map<String, SaidAttribute> at = new HashMap<>();
    attributes.forEach(attribute -> at.put(attribute.pointer(), attribute));
    for (HsdsRow row : rows) {
      row.owners.forEach(owner -> links.add(row.key, owner));
      named(row.key.kind())
          .forEach(
              (field, owner) -> {
                if (row.values.get(field) instanceof String id) {
                  links.add(row.key, new RowKey(owner, id));
                }
              });
      if (row.key.kind().holdsMany(Kind.ATTRIBUTE)) {
        links.row(row.key.id(), row.key);
      }
      if (row.key.kind() == Kind.ATTRIBUTE) {
        row.pointers.stream()
            .filter(at::containsKey)
            .forEach(pointer -> owned(at.get(pointer), row.owners));
      }
    }
  }

  private static void owned(@Nullable SaidAttribute attribute, Set<RowKey> owners) {
    if (attribute != null) {
      owners.stream()
          .filter(owner -> owner.kind().holdsMany(Kind.ATTRIBUTE))
          .forEach(attribute.owners()::add);
    }
  }

  /**
   * Reads a row that stands where another says.
   *
   * @param in that other row
   * @param owners of what stands in that
   */
  private void read(
      JsonNode node,
      Kind kind,
      String pointer,
      @Nullable RowKey in,
      Set<RowKey> owners,
      @Nullable SaidAttribute attribute) {
    if (node.isArray() && node.valueStream().anyMatch(JsonNode::isContainer)) {
      for (int i = 0; i < node.size(); i++) {
        read(node.get(i), kind, pointer + "/" + i, in, owners, attribute);
      }
    } else if (kind == Kind.ATTRIBUTE) {
      var read = SaidAttribute.of(node, pointer, owners);
      attributes.add(read);
      nested(node, kind, pointer, in, owners, read);
    } else {
      row(node, kind, pointer, in, owners, attribute);
    }
  }

  private void row(
      JsonNode node,
      Kind kind,
      String pointer,
      @Nullable RowKey in,
      Set<RowKey> owners,
      @Nullable SaidAttribute attribute) {
    if (kind == Kind.TAXONOMY_TERM) {
      term(node, attribute);
    }
    if (!kind.holdsMany(Kind.ATTRIBUTE)) {
      nested(node, kind, pointer, in, owners, attribute);
      return;
    }
    Optional<String> id = text(node.path("id"));
    RowKey here =
        standsForItself(kind)
            ? id.map(name -> new RowKey(kind, name)).orElseGet(() -> unnamed(kind, pointer))
            : unnamed(kind, pointer);
    id.ifPresent(name -> links.row(name, here));
    if (in != null) {
      // What stands singly in another is named by it; all else belongs to it.
      boolean owns = in.kind().holdsMany(kind);
      links.add(owns ? here : in, owns ? in : here);
    }
    Set<RowKey> of = new LinkedHashSet<>();
    of.add(here);
    if (in == null) {
      of.addAll(owners);
    }
    for (RowKey named : names(node, kind)) {
      links.add(here, named);
      if (!MARKED.contains(kind) && MARKED.contains(named.kind())) {
        of.add(named);
      }
    }
    if (!MARKED.contains(kind)) {
      of.addAll(owners);
    }
    nested(node, kind, pointer, here, of, attribute);
    inFields(node, kind, pointer, of);
  }

  private void nested(
      JsonNode node,
      Kind kind,
      String pointer,
      @Nullable RowKey here,
      Set<RowKey> owners,
      @Nullable SaidAttribute attribute) {
    kind.nested()
        .forEach(
            (field, inner) -> {
              JsonNode value = node.path(field);
              String at = pointer + "/" + field;
              if (value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                  read(value.get(i), inner, at + "/" + i, here, owners, attribute);
                }
              } else if (!value.isMissingNode() && !value.isNull()) {
                read(value, inner, at, here, owners, attribute);
              }
            });
  }

  /**
   * Who writes the word where HSDS has no field, or as all that a field of a place says, means it
   * as an attribute.
   */
  private void inFields(JsonNode node, Kind kind, String pointer, Set<RowKey> owners) {
    node.propertyStream()
        .filter(field -> !kind.nested().containsKey(field.getKey()))
        .filter(field -> !field.getKey().equals("id"))
        .filter(
            field ->
                kind.fields().containsKey(field.getKey())
                    ? ConfidentialCode.isSaid(kind, field)
                    : ConfidentialCode.isAnswered(kind, field)
                        || ConfidentialCode.isIn(field.getValue()))
        .forEach(
            field -> {
              Set<RowKey> of = new LinkedHashSet<>(owners);
              of.addAll(within(field.getValue()));
              String at = pointer + "/" + HsdsReading.escaped(field.getKey());
              attributes.add(new SaidAttribute(at, true, of));
            });
  }

  /** What is called so in there of which something says it. */
  private static Set<RowKey> within(JsonNode unknown) {
    Set<RowKey> within = new LinkedHashSet<>();
    Deque<JsonNode> rest = new ArrayDeque<>(List.of(unknown));
    while (!rest.isEmpty()) {
      JsonNode next = rest.pop();
      if (next.isObject() && ConfidentialCode.isIn(next)) {
        within.addAll(called(next.path("id")));
      }
      next.valueStream().filter(JsonNode::isContainer).forEach(rest::push);
    }
    return within;
  }

  /** Whatever may be called so, where nobody can know what it is. */
  private static Set<RowKey> called(JsonNode id) {
    Set<RowKey> called = new LinkedHashSet<>();
    text(id)
        .ifPresent(
            name ->
                EnumSet.allOf(Kind.class).stream()
                    .filter(kind -> kind.holdsMany(Kind.ATTRIBUTE))
                    .forEach(kind -> called.add(new RowKey(kind, name))));
    return called;
  }

  private void term(JsonNode node, @Nullable SaidAttribute attribute) {
    text(node.path("id"))
        .ifPresent(
            id -> {
              terms.add(id);
              // In whatever field: HSDS 2 has its word in one that HSDS 3 has not.
              if (ConfidentialCode.isIn(node)) {
                saying.add(id);
              }
              if (attribute != null) {
                attribute.terms().add(id);
              }
            });
  }

  private static Set<RowKey> names(JsonNode node, Kind kind) {
    Set<RowKey> names = new LinkedHashSet<>();
    named(kind)
        .forEach(
            (field, owner) ->
                text(node.path(field)).ifPresent(id -> names.add(new RowKey(owner, id))));
    if (kind == Kind.LINK) {
      names.addAll(SaidAttribute.of(node, "", Set.of()).named());
    }
    return names;
  }

  /** What the fields of a row name by its id. */
  private static Map<String, Kind> named(Kind kind) {
    return NAMED.getOrDefault(kind, Map.of());
  }

  private static Map<Kind, Map<String, Kind>> named() {
    Map<Kind, Map<String, Kind>> named = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Map<String, Kind> fields = new LinkedHashMap<>();
      for (String field : kind.fields().keySet()) {
        if (field.endsWith("_id")) {
          Kind.ofCode(field.substring(0, field.length() - 3))
              .ifPresent(owner -> fields.put(field, owner));
        }
      }
      if (kind != Kind.ATTRIBUTE && kind != Kind.METADATA && kind != Kind.LINK) {
        named.put(kind, fields);
      }
    }
    return named;
  }

  /** A text that may name a row. */
  static Optional<String> text(JsonNode node) {
    if (!node.isString() && !node.isNumber()) {
      return Optional.empty();
    }
    String text = node.isString() ? node.stringValue() : node.toString();
    return PLAIN.matcher(text).matches()
        ? Optional.of(text)
        : Optional.ofNullable(PlainText.of(text).text())
            .filter(cleaned -> cleaned.length() <= RowKey.LONGEST_ID);
  }
}
