package org.handrail.referral.meeting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that an import did not take over as it stood in the file.
 *
 * @param pointer JSON Pointer to the row or field
 * @param rowId the id that the file gives the row
 * @param code stable, kebab-case
 * @param rejected whether the whole row was left out; otherwise the rest of it was stored
 */
record Remark(
    String pointer, @Nullable String rowId, String code, String detail, boolean rejected) {

  /** Those about one row. */
  static final class OfRow {
    private final String pointer;
    private final List<Remark> all = new ArrayList<>();
    private @Nullable String rowId;

    OfRow(String pointer) {
      this.pointer = pointer;
    }

    void named(String id) {
      rowId = id;
    }

    /** The row is stored, this field not as it stood. */
    void note(String field, String code, String detail) {
      all.add(new Remark(pointer + "/" + field, rowId, code, detail, false));
    }

    /** The row is left out; what was noted of it no longer matters. */
    List<Remark> rejected(Unusable why) {
      return List.of(new Remark(pointer + why.where(), rowId, why.code(), why.detail(), true));
    }

    List<Remark> noted() {
      return List.copyOf(all);
    }
  }
}
