package org.handrail.referral.directory.hsds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;

/** Rows with all that belongs to them, fetched step by step: two queries for each. */
final class Nesting {
  private static final int DEEPEST = 8;

  private final StoredRows store;
  private final Depth depth;
  private final Map<StoredRow.Key, StoredRow> rows = new HashMap<>();
  private final Map<StoredRow.Key, List<StoredRow>> owned = new HashMap<>();
  private boolean cut;

  private Nesting(StoredRows store, Depth depth) {
    this.store = store;
    this.depth = depth;
  }

  static Nesting of(StoredRows store, List<StoredRow> asked, Depth depth) {
    var nesting = new Nesting(store, depth);
    List<StoredRow> frontier = asked;
    asked.forEach(row -> nesting.rows.put(row.key(), row));
    int most = asked.size() > 1 ? Depth.MOST_TOGETHER : Depth.MOST_ROWS;
    for (int step = 0; step < DEEPEST && !frontier.isEmpty() && !nesting.cut; step++) {
      frontier = nesting.next(frontier, step == 0);
      nesting.cut = nesting.rows.size() > most;
    }
    nesting.parents();
    return nesting;
  }

  /** Whether there were more rows than may be in memory, so that some are left out. */
  boolean isCut() {
    return cut;
  }

  /** The row that a field of this one names, if it was to be opened. */
  Optional<StoredRow> single(StoredRow row, String field, boolean first) {
    Kind kind = row.kind().nested().get(field);
    return kind != null && depth.opens(row.kind(), kind, true, first)
        ? Optional.ofNullable(name(row, kind)).map(rows::get)
        : Optional.empty();
  }

  List<StoredRow> many(StoredRow row, Kind kind) {
    return owned.getOrDefault(row.key(), List.of()).stream()
        .filter(each -> each.kind() == kind)
        .toList();
  }

  Optional<StoredRow> find(StoredRow.Key key) {
    return Optional.ofNullable(rows.get(key));
  }

  private List<StoredRow> next(List<StoredRow> frontier, boolean first) {
    Map<StoredRow.Key, StoredRow> found = new LinkedHashMap<>();
    if (depth.full()) {
      for (var each : store.ownedBy(frontier.stream().map(StoredRow::key).toList())) {
        if (depth.opens(each.owner().kind(), each.row().kind(), false, first)) {
          owned.computeIfAbsent(each.owner(), key -> new ArrayList<>()).add(each.row());
          found.put(each.row().key(), each.row());
        }
      }
    }
    named(frontier, first).forEach(row -> found.put(row.key(), row));
    found.keySet().removeAll(rows.keySet());
    rows.putAll(found);
    return List.copyOf(found.values());
  }

  private Collection<StoredRow> named(List<StoredRow> frontier, boolean first) {
    Set<StoredRow.Key> wanted = new LinkedHashSet<>();
    for (StoredRow row : frontier) {
      row.kind()
          .nested()
          .forEach(
              (field, kind) -> {
                StoredRow.Key key = row.kind().single(field) ? name(row, kind) : null;
                if (key != null && depth.opens(row.kind(), kind, true, first)) {
                  wanted.add(key);
                }
              });
    }
    wanted.removeAll(rows.keySet());
    return wanted.isEmpty() ? List.of() : store.named(wanted);
  }

  /** What a term or an organization stands below is only named, by the id that it has here. */
  private void parents() {
    Set<StoredRow.Key> wanted = new LinkedHashSet<>();
    for (StoredRow row : rows.values()) {
      Rendering.parent(row).ifPresent(wanted::add);
    }
    wanted.removeAll(rows.keySet());
    if (!wanted.isEmpty()) {
      store.named(wanted).forEach(row -> rows.put(row.key(), row));
    }
  }

  private static StoredRow.@Nullable Key name(StoredRow row, Kind kind) {
    String id = row.body().path(kind.code() + "_id").asString("");
    return id.isEmpty() ? null : row.named(kind, id);
  }
}
