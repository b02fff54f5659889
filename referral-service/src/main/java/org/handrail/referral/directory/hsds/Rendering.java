package org.handrail.referral.directory.hsds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.handrail.referral.directory.standard.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows as HSDS 3.1 has them, one within the other. */
final class Rendering {
  private static final Set<String> NOT_OF_HSDS = Set.of("confidential", "agency");
  private static final Set<String> UPPER = Set.of("freq", "wkst");

  private final Nesting nesting;

  Rendering(Nesting nesting) {
    this.nesting = nesting;
  }

  ObjectNode render(StoredRow row) {
    return render(row, List.of());
  }

  private ObjectNode render(StoredRow row, List<StoredRow.Key> within) {
    ObjectNode out = JsonMapper.shared().createObjectNode();
    out.put("id", row.id().toString());
    for (var field : row.body().properties()) {
      String name = field.getKey();
      if (!NOT_OF_HSDS.contains(name) && !isReference(name)) {
        out.set(name, value(name, field.getValue()));
      }
    }
    parent(row)
        .flatMap(nesting::find)
        .ifPresent(parent -> out.put(parentField(row.kind()), parent.id().toString()));
    for (String name : row.kind().required()) {
      if (!out.has(name) && row.kind().isText(name)) {
        out.put(name, name.endsWith("_type") && isPlace(row.kind()) ? "physical" : "");
      }
    }
    var inner = new ArrayList<>(within);
    inner.add(row.key());
    row.kind().nested().forEach((field, kind) -> nest(row, field, kind, out, inner));
    return out;
  }

  private void nest(
      StoredRow row, String field, Kind kind, ObjectNode out, List<StoredRow.Key> within) {
    if (row.kind().single(field)) {
      nesting
          .single(row, field, within.size() == 1)
          .filter(each -> !within.contains(each.key()))
          .ifPresent(each -> out.set(field, render(each, within)));
      return;
    }
    List<StoredRow> many =
        nesting.many(row, kind).stream().filter(each -> !within.contains(each.key())).toList();
    if (!many.isEmpty()) {
      var array = out.putArray(field);
      many.forEach(each -> array.add(render(each, within)));
    }
  }

  /** The row of its own kind that it stands below. */
  static Optional<StoredRow.Key> parent(StoredRow row) {
    String id = row.body().path(parentField(row.kind())).asString("");
    return id.isEmpty() ? Optional.empty() : Optional.of(row.named(row.kind(), id));
  }

  private static String parentField(Kind kind) {
    return kind == Kind.ORGANIZATION ? "parent_organization_id" : "parent_id";
  }

  /** What it names stands in it; the sources' own ids mean nothing to others. */
  private static boolean isReference(String field) {
    return field.endsWith("_id") && !field.equals("tax_id");
  }

  private static boolean isPlace(Kind kind) {
    return kind == Kind.LOCATION || kind == Kind.ADDRESS;
  }

  private static JsonNode value(String name, JsonNode value) {
    JsonMapper json = JsonMapper.shared();
    if (UPPER.contains(name)) {
      return json.valueToTree(value.asString().toUpperCase(Locale.ROOT));
    }
    boolean whole = value.isNumber() && value.asDouble() == Math.rint(value.asDouble());
    return whole ? json.valueToTree(value.asLong()) : value;
  }
}
