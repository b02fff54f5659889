package org.handrail.referral.directory.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handrail.referral.directory.standard.Kind;

/** What whoever imports a file is told of its confidential marks. */
final class ToldOfMarks {
  private final StoredLinks links;
  private final String source;
  private final HsdsReading.Result file;

  ToldOfMarks(StoredLinks links, String source, HsdsReading.Result file) {
    this.links = links;
    this.source = source;
    this.file = file;
  }

  /**
   * Says so where an agency hides what another source has open: of what the file says it of, and of
   * the places that it has or that are confidential only now.
   */
  void elsewhere(
      Map<SharedKey, String> said,
      Set<SharedKey> marked,
      Set<SharedKey> before,
      Set<SharedKey> known,
      List<Finding> findings) {
    Map<SharedKey, String> at = new HashMap<>();
    file.rows().forEach(row -> at.put(SharedKey.of(source, row.key), row.pointers.getFirst()));
    at.putAll(said);
    Set<SharedKey> alone = new LinkedHashSet<>(said.keySet());
    marked.stream()
        .filter(key -> key.kind() == Kind.LOCATION && key.source().equals(source))
        .filter(key -> at.containsKey(key) || !before.contains(key))
        .forEach(alone::add);
    alone.removeIf(key -> !key.isShared() || known.contains(key.everywhere()));
    Set<SharedKey> others = new HashSet<>();
    links.open(alone.stream().map(SharedKey::everywhere).toList()).stream()
        .filter(key -> !key.source().equals(source))
        .forEach(key -> others.add(key.everywhere()));
    alone.stream()
        .filter(key -> others.contains(key.everywhere()))
        .forEach(
            key ->
                findings.add(
                    new Finding(
                        at.getOrDefault(key, ""),
                        key.kind(),
                        key.id(),
                        "confidential-elsewhere",
                        "another source has it too; only the coalition can hide it there",
                        false)));
  }

  /** Whether that is understood which is said by rows that are not stored. */
  void leftOut(List<SaidInFile.Attribute> attributes, List<Finding> findings) {
    Set<SharedKey> named = new LinkedHashSet<>();
    attributes.forEach(a -> a.owners().forEach(owner -> named.add(SharedKey.of(source, owner))));
    Set<RowKey> here = new HashSet<>();
    links.stored(named).forEach(key -> here.add(new RowKey(key.kind(), key.id())));
    file.rows().forEach(row -> here.add(row.key));
    file.said().links().forEach(link -> here.add(link.row()));
    for (SaidInFile.Attribute attribute : attributes) {
      boolean nothing = attribute.owners().isEmpty();
      boolean known = attribute.owners().stream().anyMatch(here::contains);
      findings.add(
          new Finding(
              attribute.pointer(),
              Kind.ATTRIBUTE,
              null,
              nothing ? "confidential-reaches-nothing" : "confidential-understood",
              nothing
                  ? "it says that something is confidential, and not what; nothing is hidden by it"
                  : known
                      ? "the row was left out, but what it says is confidential is hidden"
                      : "the row was left out; what comes with the id that it names is hidden",
              false));
    }
  }
}
