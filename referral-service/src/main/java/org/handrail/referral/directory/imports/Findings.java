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

  void reject(String pointer, Kind kind, @Nullable String rowId, String code, String detail) {
    all.add(new Finding(pointer, kind, rowId, code, detail, true));
  }

  List<Finding> all() {
    return List.copyOf(all);
  }
}
