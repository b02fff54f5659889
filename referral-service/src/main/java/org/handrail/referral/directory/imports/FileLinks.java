package org.handrail.referral.directory.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;

/** Which rows of a file belong to which, or name them, and what they are called. */
final class FileLinks {
  /** A row and another to which it belongs, or which it names. */
  record Link(RowKey row, RowKey owner) {}

  private final List<Link> links = new ArrayList<>();
  private final Map<String, Set<RowKey>> rows = new HashMap<>();
  private @Nullable Map<RowKey, List<Link>> byRow;
  private @Nullable Map<String, Set<RowKey>> named;

  void add(RowKey row, RowKey owner) {
    links.add(new Link(row, owner));
    byRow = null;
    named = null;
  }

  /** That the file has this row, and that others may call it so. */
  void row(String id, RowKey row) {
    rows.computeIfAbsent(SharedKey.anyCase(id), any -> new LinkedHashSet<>(1)).add(row);
  }

  /** The rows that are called so, whatever became of them. */
  Set<RowKey> rows(String id) {
    return rows.getOrDefault(SharedKey.anyCase(id), Set.of());
  }

  /**
   * What a mark from elsewhere means here: one that was understood, or else any that is called so.
   */
  List<RowKey> meant(Kind kind, String id) {
    List<RowKey> all = new ArrayList<>(rows(id));
    all.addAll(named().getOrDefault(SharedKey.anyCase(id), Set.of()));
    all.removeIf(row -> row.kind() != kind);
    List<RowKey> understood = all.stream().filter(row -> SaidInFile.isNamed(row.id())).toList();
    return understood.isEmpty() ? all : understood;
  }

  /** All in which this row is the one or the other. */
  List<Link> of(RowKey row) {
    Map<RowKey, List<Link>> all = byRow;
    if (all == null) {
      all = new HashMap<>();
      for (Link link : links) {
        index(all, link);
      }
      byRow = all;
    }
    return all.getOrDefault(row, List.of());
  }

  private Map<String, Set<RowKey>> named() {
    Map<String, Set<RowKey>> all = named;
    if (all == null) {
      all = new HashMap<>();
      for (Link link : links) {
        name(all, link);
      }
      named = all;
    }
    return all;
  }

  private static void index(Map<RowKey, List<Link>> all, Link link) {
    all.computeIfAbsent(link.row(), any -> new ArrayList<>(2)).add(link);
    all.computeIfAbsent(link.owner(), any -> new ArrayList<>(2)).add(link);
  }

  private static void name(Map<String, Set<RowKey>> all, Link link) {
    for (RowKey key : List.of(link.row(), link.owner())) {
      all.computeIfAbsent(SharedKey.anyCase(key.id()), any -> new LinkedHashSet<>(2)).add(key);
    }
  }
}
