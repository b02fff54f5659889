package org.handrail.referral.directory.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.referral.directory.standard.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Places whose address could cost a life: a shelter for people who fled. An attribute with the term
 * {@code confidential-location} on a place, on what is offered there or on who offers it says so,
 * once and for all files of the source, and of every source where the coalition says it. Of such a
 * place only is kept what {@link ToldOfHidden} lists; where it is is not even stored, so that
 * nothing can give it away.
 */
final class ConfidentialPlaces {
  private static final Set<Kind> KEPT =
      EnumSet.of(Kind.ORGANIZATION, Kind.PROGRAM, Kind.SERVICE, Kind.LOCATION);

  private final JdbcClient jdbc;
  private final ConfidentialMarks marks;
  private final StoredLinks links;
  private final StoredTelling telling;

  ConfidentialPlaces(JdbcClient jdbc, Instant now) {
    this.jdbc = jdbc;
    marks = new ConfidentialMarks(jdbc);
    links = new StoredLinks(jdbc);
    telling = new StoredTelling(jdbc, now);
  }

  /**
   * What hiding came to.
   *
   * @param findings what was left out of the file
   * @param sources whose places could be found until now
   */
  record Hidden(List<Finding> findings, Set<String> sources) {}

  /** Takes out of a file, before it is stored, and of what is stored where such places are. */
  Hidden hide(HsdsReading.Result file, String source, Sayer by) {
    var findings = new ArrayList<Finding>();
    Map<SharedKey, String> direct = said(file, source, by, findings);
    Set<SharedKey> said = new LinkedHashSet<>(direct.keySet());
    if (by.everywhere()) {
      direct.keySet().stream()
          .filter(SharedKey::isShared)
          .forEach(key -> said.add(key.everywhere()));
    }
    said.addAll(marks.saidBefore(file.said(), source, by));
    var spreading = new Spreading(links, source, file.said().links());
    Set<SharedKey> known = marks.of(source);
    known.addAll(said);
    elsewhere(direct, source, known, findings);
    Set<SharedKey> hidden = hidden(spreading, exact(known, source, file), source, file.rows());
    Set<SharedKey> kept = new LinkedHashSet<>(said);
    kept.removeIf(key -> key.kind() == Kind.ATTRIBUTE);
    spreading.marked().stream().filter(key -> KEPT.contains(key.kind())).forEach(kept::add);
    marks.add(kept, by);
    file.rows().stream()
        .filter(row -> hidden.contains(SharedKey.of(source, row.key)))
        .forEach(row -> strip(row, findings));
    return new Hidden(findings, telling.forget(hidden));
  }

  /** Takes it out of all that is stored. */
  Set<String> hideStored() {
    var spreading = new Spreading(links, "", List.of());
    Set<SharedKey> hidden = hidden(spreading, stored(marks.all()), "", List.of());
    Set<SharedKey> kept = new LinkedHashSet<>(spreading.marked());
    kept.removeIf(key -> !KEPT.contains(key.kind()));
    marks.add(kept, Sayer.UNKNOWN);
    return telling.forget(hidden);
  }

  /** What the coalition said of every source, as the stored rows that it means. */
  private Set<SharedKey> stored(Set<SharedKey> marked) {
    Set<SharedKey> exact = new LinkedHashSet<>(marked);
    exact.removeIf(SharedKey::isEverywhere);
    exact.addAll(links.everywhere(marked.stream().filter(SharedKey::isEverywhere).toList()));
    return exact;
  }

  /** And as those that this file has or names. */
  private Set<SharedKey> exact(Set<SharedKey> marked, String source, HsdsReading.Result file) {
    Set<SharedKey> exact = stored(marked);
    Stream.concat(
            file.rows().stream().map(row -> row.key),
            file.said().links().stream().flatMap(link -> Stream.of(link.row(), link.owner())))
        .map(key -> SharedKey.of(source, key))
        .filter(key -> key.isShared() && marked.contains(key.everywhere()))
        .forEach(exact::add);
    return exact;
  }

  /** Says so where an agency hides what another source has too. */
  private void elsewhere(
      Map<SharedKey, String> said, String source, Set<SharedKey> known, List<Finding> findings) {
    List<SharedKey> alone =
        said.keySet().stream()
            .filter(key -> key.isShared() && !known.contains(key.everywhere()))
            .toList();
    Set<SharedKey> others = new HashSet<>();
    links.everywhere(alone.stream().map(SharedKey::everywhere).toList()).stream()
        .filter(key -> !key.source().equals(source))
        .forEach(key -> others.add(key.everywhere()));
    alone.stream()
        .filter(key -> others.contains(key.everywhere()))
        .forEach(
            key ->
                findings.add(
                    new Finding(
                        said.getOrDefault(key, ""),
                        key.kind(),
                        key.id(),
                        "confidential-elsewhere",
                        "another source has it too; only the coalition can hide it there",
                        false)));
  }

  private Set<SharedKey> hidden(
      Spreading spreading, Set<SharedKey> marked, String source, Collection<HsdsRow> rows) {
    spreading.mark(marked);
    if (!spreading.hidden().isEmpty()) {
      var only = new OnlyOfHidden(jdbc, source, rows);
      spreading.hide(only.terms(spreading.hidden()));
      spreading.hide(only.taxonomies(spreading.hidden()));
    }
    return spreading.hidden();
  }

  /** What this file says it of, with a pointer to where it does. */
  private Map<SharedKey, String> said(
      HsdsReading.Result file, String source, Sayer by, List<Finding> findings) {
    Set<SharedKey> terms = marks.terms(file.said(), source, by);
    Set<String> understood = new HashSet<>();
    file.rows().stream()
        .filter(row -> row.key.kind() == Kind.ATTRIBUTE)
        .forEach(row -> understood.addAll(row.pointers));
    Map<SharedKey, String> said = new LinkedHashMap<>();
    for (SaidInFile.Attribute attribute : file.said().attributes()) {
      if (attribute.says()
          || attribute.terms().stream().anyMatch(id -> ConfidentialMarks.says(terms, source, id))) {
        attribute
            .owners()
            .forEach(owner -> said.putIfAbsent(SharedKey.of(source, owner), attribute.pointer()));
        if (!understood.contains(attribute.pointer())) {
          findings.add(
              new Finding(
                  attribute.pointer(),
                  Kind.ATTRIBUTE,
                  null,
                  "confidential-understood",
                  "the row was left out, but what it says is confidential is hidden",
                  false));
        }
      }
    }
    marks.await(file.said(), source);
    return said;
  }

  private static void strip(HsdsRow row, List<Finding> findings) {
    Kind kind = row.key.kind();
    if (row.values.entrySet().removeIf(e -> !ToldOfHidden.told(kind, e.getKey(), e.getValue()))) {
      findings.add(
          new Finding(
              row.pointers.getFirst(),
              kind,
              row.key.id(),
              "confidential-withheld",
              "what tells where it is was left out",
              false));
    }
    if (kind == Kind.LOCATION) {
      row.values.put("confidential", true);
    }
  }
}
