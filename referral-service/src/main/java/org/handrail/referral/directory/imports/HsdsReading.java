package org.handrail.referral.directory.imports;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.PlainText;
import org.handrail.referral.directory.standard.FieldType;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the rows of an HSDS 3.x file, nested in each other or in tables whose rows name by id to
 * whom they belong.
 *
 * <p>Every object in the file is a row. Each row is stored, or reported as rejected with its
 * pointer: {@code read = stored + rejected}. A row that repeats another one word for word is stored
 * with it.
 */
final class HsdsReading {
  /** In one file: what came of each is told, and all of it is in memory meanwhile. */
  static final int MOST_ROWS = 50_000;

  private final Findings findings;
  private final Map<RowKey, HsdsRow> rows = new LinkedHashMap<>();
  private final Instant now;
  private final RowChecks checks;
  private int read;

  private HsdsReading(Instant now, Findings findings) {
    this.now = now;
    this.findings = findings;
    this.checks = new RowChecks(findings);
  }

  /**
   * What a file holds.
   *
   * @param said what its rows say of each other, also those that were rejected
   */
  record Result(int read, Collection<HsdsRow> rows, List<Finding> findings, SaidInFile said) {
    int rejected() {
      return (int) findings.stream().filter(Finding::rejected).count();
    }

    int stored() {
      return read - rejected();
    }
  }

  /**
   * Rows of one kind, each with what is nested in it.
   *
   * @param at JSON Pointers to them
   * @param guessed whether nothing of them says of what kind they are
   */
  record Table(Kind kind, List<JsonNode> rows, List<String> at, boolean guessed) {
    static Table of(Kind kind, List<JsonNode> rows, String at) {
      return new Table(
          kind, rows, IntStream.range(0, rows.size()).mapToObj(i -> at + "/" + i).toList(), false);
    }
  }

  static Result of(List<Table> tables, Instant now) {
    return of(tables, now, new Findings());
  }

  /** With what was found before its rows were read. */
  static Result of(List<Table> tables, Instant now, Findings findings) {
    var reading = new HsdsReading(now, findings);
    for (Table table : tables) {
      for (int i = 0; i < table.rows().size(); i++) {
        reading.row(table.rows().get(i), table.kind(), table.at().get(i), null);
      }
    }
    new Belonging(reading.findings).link(reading.rows);
    SaidInFile said = SaidInFile.in(tables);
    said.understood(reading.rows.values());
    reading.references();
    new NamedRows(reading.findings).check(reading.rows);
    return new Result(reading.read, reading.rows.values(), reading.findings.all(), said);
  }

  static Refusal tooManyRows() {
    return Archive.refused("too-many-rows", "at most %d in one file".formatted(MOST_ROWS));
  }

  private @Nullable RowKey row(JsonNode node, Kind kind, String pointer, @Nullable RowKey owner) {
    if (++read > MOST_ROWS) {
      throw tooManyRows();
    }
    if (!node.isObject()) {
      findings.reject(pointer, kind, null, "not-an-object", "expected an object");
      return null;
    }
    String id = id(node, kind, pointer, owner);
    if (id == null) {
      rejectNested(node, kind, pointer);
      return null;
    }
    Map<String, Object> values = values(node, kind, pointer, id);
    if (!checks.acceptable(kind, values, pointer, id)) {
      rejectNested(node, kind, pointer);
      return null;
    }
    RowKey key = new RowKey(kind, id);
    if (keep(key, values, pointer, owner) || kind == Kind.ORGANIZATION) {
      nested(node, kind, pointer, key);
      return key;
    }
    rejectNested(node, kind, pointer);
    return null;
  }

  private boolean keep(
      RowKey key, Map<String, Object> values, String pointer, @Nullable RowKey owner) {
    HsdsRow known = rows.get(key);
    if (known == null) {
      known = new HsdsRow(key, pointer, values);
      rows.put(key, known);
    } else if (isOfAnother(known, owner)) {
      findings.reject(
          pointer,
          key.kind(),
          key.id(),
          "duplicate-id",
          "belongs to another than " + known.pointers.getFirst() + ", which was kept");
      return false;
    } else if (known.agreesWith(values)) {
      known.repeated(pointer, values);
    } else {
      findings.reject(
          pointer,
          key.kind(),
          key.id(),
          "duplicate-id",
          "differs from " + known.pointers.getFirst() + ", which was kept");
      return false;
    }
    if (owner != null) {
      known.owners.add(owner);
    }
    return true;
  }

  /** A service has one organization, and what is offered at a place is one service. */
  private static boolean isOfAnother(HsdsRow known, @Nullable RowKey owner) {
    return owner != null
        && owner.kind().core()
        && (known.key.kind() == Kind.SERVICE || known.key.kind() == Kind.SERVICE_AT_LOCATION)
        && known.owners.stream().anyMatch(o -> o.kind() == owner.kind() && !o.equals(owner));
  }

  private void nested(JsonNode node, Kind kind, String pointer, RowKey key) {
    kind.nested()
        .forEach(
            (field, inner) -> {
              JsonNode value = node.path(field);
              String at = pointer + "/" + field;
              if (value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                  row(value.get(i), inner, at + "/" + i, key);
                }
              } else if (value.isObject()) {
                placed(key, inner, row(value, inner, at, key));
              } else if (!value.isMissingNode() && !value.isNull() && !blank(value)) {
                row(value, inner, at, key);
              }
            });
  }

  /** A single nested object says the same as the field that ends in {@code _id}. */
  private void placed(RowKey owner, Kind inner, @Nullable RowKey key) {
    HsdsRow row = rows.get(owner);
    if (row != null && key != null) {
      row.values.putIfAbsent(inner.code() + "_id", key.id());
    }
  }

  private Map<String, Object> values(JsonNode node, Kind kind, String pointer, String id) {
    var values = new LinkedHashMap<String, Object>();
    var reader = new FieldReader(findings, now, kind, id, node);
    for (var property : node.properties()) {
      String name = property.getKey();
      String at = pointer + "/" + escaped(name);
      FieldType type = kind.fields().get(name);
      if (type != null) {
        Object value = reader.read(name, type, property.getValue(), at);
        if (value != null) {
          values.put(name, value);
        }
      } else if (!name.equals("id")
          && !kind.nested().containsKey(name)
          && !isMark(kind, property)) {
        findings.note(at, kind, id, "unknown-field", "not a field of HSDS; left out");
      }
    }
    return values;
  }

  /** What it says is told where it is understood ({@link ToldOfMarks#leftOut}). */
  private static boolean isMark(Kind kind, Map.Entry<String, JsonNode> field) {
    return kind.holdsMany(Kind.ATTRIBUTE) && ConfidentialCode.isAnswered(kind, field);
  }

  private @Nullable String id(JsonNode node, Kind kind, String pointer, @Nullable RowKey owner) {
    JsonNode given = node.path("id");
    String id =
        given.isString() || given.isNumber()
            ? PlainText.of(given.isString() ? given.stringValue() : given.toString()).text()
            : null;
    if (id != null && id.length() <= RowKey.LONGEST_ID) {
      return id;
    }
    String code = id == null ? "id-missing" : "id-too-long";
    if (kind.core() || owner == null) {
      findings.reject(
          pointer,
          kind,
          null,
          code,
          id == null
              ? "others could not refer to it"
              : "at most %d characters".formatted(RowKey.LONGEST_ID));
      return null;
    }
    String made = madeId(node, kind, owner);
    findings.note(pointer, kind, made, code, "one was made from what the row says");
    return made;
  }

  /** The same in the next file, as long as the row says the same. */
  private static String madeId(JsonNode node, Kind kind, RowKey owner) {
    String seed = owner.kind() + " " + owner.id() + " " + kind + " " + node;
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private void rejectNested(JsonNode node, Kind kind, String pointer) {
    kind.nested()
        .forEach(
            (field, inner) -> {
              JsonNode value = node.path(field);
              if (value.isObject()) {
                rejectOne(value, inner, pointer + "/" + field);
              }
              for (int i = 0; value.isArray() && i < value.size(); i++) {
                rejectOne(value.get(i), inner, pointer + "/" + field + "/" + i);
              }
            });
  }

  private void rejectOne(JsonNode node, Kind kind, String pointer) {
    read++;
    String id =
        node.path("id").isString() ? PlainText.of(node.path("id").stringValue()).text() : null;
    findings.reject(pointer, kind, id, "owner-not-stored", "it belongs to a row that was left out");
    rejectNested(node, kind, pointer);
  }

  /** Drops what points nowhere, and then what belonged only to what was dropped. */
  private void references() {
    Deque<HsdsRow> gone = new ArrayDeque<>();
    for (HsdsRow row : List.copyOf(rows.values())) {
      String dangling = checks.dangling(row, rows.keySet());
      if (dangling == null && row.owners.isEmpty() && !row.key.kind().freeStanding()) {
        dangling = "it names nothing here to which it belongs";
      }
      if (dangling != null) {
        drop(row, "reference-dangling", dangling);
        gone.add(row);
      }
    }
    while (!gone.isEmpty()) {
      RowKey owner = gone.remove().key;
      for (HsdsRow row : List.copyOf(rows.values())) {
        if (row.owners.remove(owner) && row.owners.isEmpty() && !row.key.kind().core()) {
          drop(row, "owner-not-stored", "it belongs to a row that was left out");
          gone.add(row);
        }
      }
    }
  }

  private void drop(HsdsRow row, String code, String detail) {
    rows.remove(row.key);
    Set<String> pointers = new LinkedHashSet<>(row.pointers);
    pointers.forEach(p -> findings.reject(p, row.key.kind(), row.key.id(), code, detail));
  }

  private static boolean blank(JsonNode value) {
    return value.isString() && Objects.requireNonNull(value.stringValue()).isBlank();
  }

  /** A name as a step of a JSON Pointer. */
  static String escaped(String name) {
    String text = Objects.requireNonNullElse(PlainText.of(name).text(), "");
    String cut = text.length() > 100 ? text.substring(0, 100) : text;
    return cut.replace("~", "~0").replace("/", "~1");
  }
}
