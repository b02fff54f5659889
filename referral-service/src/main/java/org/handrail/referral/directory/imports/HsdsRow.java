package org.handrail.referral.directory.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of a file, cleaned; the same row may stand in several places, and belong to several. */
final class HsdsRow {
  final RowKey key;
  final Map<String, Object> values;
  final Set<RowKey> owners = new LinkedHashSet<>();
  final List<String> pointers = new ArrayList<>();

  HsdsRow(RowKey key, String pointer, Map<String, Object> values) {
    this.key = key;
    this.values = new LinkedHashMap<>(values);
    pointers.add(pointer);
  }

  @Nullable String text(String field) {
    return (String) values.get(field);
  }

  @Nullable Double number(String field) {
    return (Double) values.get(field);
  }

  /** Whether what is said of it elsewhere does not contradict this; silence never does. */
  boolean agreesWith(Map<String, Object> others) {
    return others.entrySet().stream()
        .allMatch(
            e ->
                !values.containsKey(e.getKey())
                    || Objects.equals(values.get(e.getKey()), e.getValue()));
  }

  void repeated(String pointer, Map<String, Object> others) {
    pointers.add(pointer);
    others.forEach(values::putIfAbsent);
  }
}
