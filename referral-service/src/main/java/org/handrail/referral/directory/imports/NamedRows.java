package org.handrail.referral.directory.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.handrail.referral.directory.standard.Kind;

/**
 * Rows that a row names without belonging to them: what it is a part of. Another file of the source
 * may have what this one has not.
 */
final class NamedRows {
  private static final List<Reference> REFERENCES =
      List.of(
          new Reference(Kind.SERVICE, "program_id", Kind.PROGRAM),
          new Reference(Kind.ORGANIZATION, "parent_organization_id", Kind.ORGANIZATION),
          new Reference(Kind.TAXONOMY_TERM, "parent_id", Kind.TAXONOMY_TERM),
          new Reference(Kind.TAXONOMY_TERM, "taxonomy_id", Kind.TAXONOMY));

  private record Reference(Kind from, String field, Kind to) {}

  private final Findings findings;

  NamedRows(Findings findings) {
    this.findings = findings;
  }

  /** Of the rows that are left: what was dropped cannot be named either. */
  void check(Map<RowKey, HsdsRow> rows) {
    for (Reference reference : REFERENCES) {
      rows.values().stream()
          .filter(row -> row.key.kind() == reference.from())
          .filter(row -> row.text(reference.field()) != null)
          .forEach(row -> check(row, reference, rows.keySet()));
    }
  }

  private void check(HsdsRow row, Reference reference, Collection<RowKey> known) {
    var named = new RowKey(reference.to(), "" + row.text(reference.field()));
    if (named.equals(row.key)) {
      row.values.remove(reference.field());
      note(
          row,
          reference.field(),
          "reference-to-itself",
          "nothing is a part of itself; the field was left out");
    } else if (!known.contains(named)) {
      note(
          row,
          reference.field(),
          "reference-dangling",
          "no row of this file has this " + reference.field() + "; not shown unless another has");
    }
  }

  private void note(HsdsRow row, String field, String code, String detail) {
    findings.note(
        row.pointers.getFirst() + "/" + field, row.key.kind(), row.key.id(), code, detail);
  }
}
