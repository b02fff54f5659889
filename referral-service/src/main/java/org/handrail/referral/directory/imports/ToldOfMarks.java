package org.handrail.referral.directory.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.standard.Kind;

/** What whoever imports a file is told of its confidential marks. */
final class ToldOfMarks {
  static final ProblemType REACHES_NOTHING =
      ProblemType.of("mark-reaches-nothing", 422, "What is confidential cannot be told");

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

  /**
   * That is understood which is said by fields, or by rows that are not stored.
   *
   * @param stored pointers to attributes that are
   */
  static void leftOut(
      Collection<MeantByMarks.Meant> marks, Set<String> stored, List<Finding> findings) {
    for (MeantByMarks.Meant meant : marks) {
      String detail =
          meant.here()
              ? "it is a mark: what it says is confidential is hidden"
              : "it is a mark: what comes with the id that it names is hidden";
      meant.attributes().stream()
          .map(SaidAttribute::pointer)
          .filter(pointer -> !stored.contains(pointer))
          .forEach(
              pointer ->
                  findings.add(
                      new Finding(
                          pointer,
                          Kind.ATTRIBUTE,
                          null,
                          "confidential-understood",
                          detail,
                          false)));
    }
  }

  /** That nothing of the file is taken, as what these say is confidential cannot be told. */
  static Refusal reachingNothing(Collection<SaidAttribute> marks) {
    return Refusal.of(
        Problem.of(REACHES_NOTHING)
            .errors(
                marks.stream()
                    .limit(Archive.MOST_TOLD)
                    .map(
                        mark ->
                            new Problem.Fault(
                                mark.pointer(),
                                "confidential-reaches-nothing",
                                "it says that something is confidential, and not what"))
                    .toList()));
  }
}
