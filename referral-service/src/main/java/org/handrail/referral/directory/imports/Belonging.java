package org.handrail.referral.directory.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;

/** To whom a row belongs that stands in no other: it says so by id. */
final class Belonging {
  private final Findings findings;

  Belonging(Findings findings) {
    this.findings = findings;
  }

  void link(Map<RowKey, HsdsRow> rows) {
    Map<String, List<RowKey>> byId = new HashMap<>();
    rows.keySet().forEach(key -> byId.computeIfAbsent(key.id(), id -> new ArrayList<>()).add(key));
    for (HsdsRow row : rows.values()) {
      row.owners.forEach(owner -> name(row, owner));
      if (row.owners.stream().noneMatch(o -> o.kind().holdsMany(row.key.kind()))) {
        link(row, rows, byId);
      }
    }
  }

  /** What it stands in is named in it as well, as a table would. */
  private static void name(HsdsRow row, RowKey owner) {
    Map<String, Kind> nested = row.key.kind().nested();
    boolean named =
        nested.entrySet().stream()
            .anyMatch(e -> e.getValue() == owner.kind() && row.key.kind().single(e.getKey()));
    if (named) {
      row.values.putIfAbsent(owner.kind().code() + "_id", owner.id());
    }
  }

  private void link(HsdsRow row, Map<RowKey, HsdsRow> rows, Map<String, List<RowKey>> byId) {
    for (Kind owner : Kind.values()) {
      String field = owner.code() + "_id";
      // What `link_id` names may be of any kind.
      boolean one = owner != Kind.LINK && owner.holdsMany(row.key.kind());
      if (one && row.key.kind().fields().containsKey(field)) {
        String id = row.text(field);
        if (id != null) {
          add(row, field, rows.containsKey(new RowKey(owner, id)) ? new RowKey(owner, id) : null);
        }
      }
    }
    if (row.key.kind() == Kind.ATTRIBUTE || row.key.kind() == Kind.LINK) {
      anyKind(row, "link_id", row.text("link_entity"), byId);
    }
    if (row.key.kind() == Kind.METADATA) {
      anyKind(row, "resource_id", row.text("resource_type"), byId);
    }
  }

  /** Where the word for the kind is of no use, the id alone may still say it. */
  private void anyKind(
      HsdsRow row, String field, @Nullable String kind, Map<String, List<RowKey>> byId) {
    String id = row.text(field);
    if (id == null) {
      return;
    }
    List<RowKey> candidates =
        byId.getOrDefault(id, List.of()).stream()
            .filter(key -> key.kind().nested().containsValue(row.key.kind()))
            .toList();
    Optional<Kind> named = Optional.ofNullable(kind).flatMap(Kind::ofTable);
    add(
        row,
        field,
        candidates.stream()
            .filter(key -> named.isEmpty() || key.kind() == named.get())
            .findFirst()
            .orElse(candidates.size() == 1 ? candidates.getFirst() : null));
  }

  private void add(HsdsRow row, String field, @Nullable RowKey owner) {
    if (owner == null) {
      findings.note(
          row.pointers.getFirst(),
          row.key.kind(),
          row.key.id(),
          "reference-dangling",
          "no row has this " + field);
    } else {
      row.owners.add(owner);
    }
  }
}
