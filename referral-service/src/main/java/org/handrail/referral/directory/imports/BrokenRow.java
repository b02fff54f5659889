package org.handrail.referral.directory.imports;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.handrail.referral.directory.standard.Kind;

/**
 * A row of a table with too many or too few cells: which cell is whose cannot be known, and so each
 * of them may be any field. A cell that names no row may be any text; it is kept nowhere, unless it
 * is a UUID.
 *
 * @param says whether it has the word that says that something is confidential
 */
record BrokenRow(Kind kind, String pointer, boolean says, Set<String> cells) {
  private static final int LONGEST_ID = 200;

  /** Cells that may be an id. */
  Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>(cells);
    ids.removeIf(cell -> cell.length() > LONGEST_ID);
    return ids;
  }

  /**
   * Takes into what the file says whatever this may say.
   *
   * @param stored as what rows are stored that are called so
   */
  void understand(SaidInFile file, Map<String, Set<Kind>> stored) {
    switch (kind) {
      case TAXONOMY_TERM -> term(file);
      case ATTRIBUTE -> attribute(file, stored);
      case TAXONOMY, METADATA -> {}
      default -> links(file, stored);
    }
  }

  private void term(SaidInFile file) {
    if (!says) {
      return;
    }
    Set<String> named = new LinkedHashSet<>();
    file.attributes().forEach(attribute -> named.addAll(attribute.terms()));
    Set<String> ids = ids();
    // The id comes first in most tables.
    ids.stream().findFirst().ifPresent(named::add);
    ids.removeIf(id -> !named.contains(id) && !SharedKey.isUuid(id));
    file.terms().addAll(ids);
    file.saying().addAll(ids);
  }

  private void attribute(SaidInFile file, Map<String, Set<Kind>> stored) {
    var attribute = new SaidAttribute(pointer, says, Set.of());
    for (String id : ids()) {
      Set<Kind> kinds = kinds(id, file.links(), stored);
      if (file.terms().contains(id) || kinds.contains(Kind.TAXONOMY_TERM) || SharedKey.isUuid(id)) {
        attribute.terms().add(id);
      }
      kinds.removeIf(any -> !any.holdsMany(Kind.ATTRIBUTE));
      attribute.owners().addAll(file.links().rows(id));
      kinds.forEach(any -> attribute.owners().add(new RowKey(any, id)));
    }
    if (attribute.owners().isEmpty()) {
      ids().stream()
          .filter(SharedKey::isUuid)
          .forEach(
              id -> SaidInFile.MARKED.forEach(any -> attribute.named().add(new RowKey(any, id))));
    }
    file.attributes().add(attribute);
  }

  private void links(SaidInFile file, Map<String, Set<Kind>> stored) {
    FileLinks links = file.links();
    RowKey row = SaidInFile.unnamed(kind, pointer);
    if (says) {
      file.attributes().add(new SaidAttribute(pointer, true, Set.of(row)));
    }
    Set<Kind> names = EnumSet.noneOf(Kind.class);
    names.addAll(SaidInFile.named(kind).values());
    if (kind == Kind.LINK) {
      names.addAll(SaidInFile.MARKED);
    }
    for (String id : ids()) {
      Set<Kind> kinds = kinds(id, links, stored);
      boolean any = kinds.isEmpty() && SharedKey.isUuid(id);
      if (!SaidInFile.standsForItself(kind)) {
        links.row(id, row);
      } else if (any || kinds.contains(kind)) {
        links.add(row, new RowKey(kind, id));
      }
      names.stream()
          .filter(name -> any || kinds.contains(name))
          .forEach(name -> links.add(row, new RowKey(name, id)));
    }
  }

  private static Set<Kind> kinds(String id, FileLinks links, Map<String, Set<Kind>> stored) {
    Set<Kind> kinds = links.kinds(id);
    kinds.addAll(stored.getOrDefault(SharedKey.anyCase(id), Set.of()));
    return kinds;
  }
}
