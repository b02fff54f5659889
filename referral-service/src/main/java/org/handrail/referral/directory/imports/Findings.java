package org.handrail.referral.directory.imports;

import java.util.ArrayList;
import java.util.List;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;

/** Collects what an import has to report. */
final class Findings {
  private final List<Finding> all = new ArrayList<>();

  void note(String pointer, Kind kind, @Nullable String rowId, String code, String detail) {
    all.add(new Finding(pointer, kind, rowId, code, detail, false));
  }

  /** That a file, or a table of it, may have been cut. */
  void noRows(String pointer, Kind kind) {
    note(pointer, kind, null, "no-rows", "no row in it: what earlier files had stays");
  }

  void reject(String pointer, Kind kind, @Nullable String rowId, String code, String detail) {
    all.add(new Finding(pointer, kind, rowId, code, detail, true));
  }

  List<Finding> all() {
    return List.copyOf(all);
  }
}
