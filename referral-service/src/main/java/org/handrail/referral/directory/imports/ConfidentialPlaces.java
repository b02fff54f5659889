package org.handrail.referral.directory.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.handrail.referral.directory.standard.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Places whose address could cost a life: a shelter for people who fled. An attribute with the term
 * {@code confidential-location} on a place, on what is offered there or on who offers it says so,
 * once and for all files of the source; where the coalition says it, the place is confidential in
 * every source that has its UUID. Of such a place only is kept what {@link ToldOfHidden} lists;
 * where it is is not even stored, so that nothing can give it away.
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
    var meant = new MeantByMarks(links, source, file.said(), by.everywhere());
    Map<SharedKey, String> direct = said(file, source, by, meant, findings);
    Set<SharedKey> said = new LinkedHashSet<>(direct.keySet());
    List<SharedKey> awaited = marks.saidBefore(file.said(), source, by);
    said.addAll(awaited);
    said.addAll(meant.otherwise(awaited, true));
    Set<SharedKey> before = marks.of(source);
    Set<SharedKey> known = new LinkedHashSet<>(before);
    known.addAll(meant.otherwise(before, false));
    if (by.everywhere()) {
      said.addAll(everywhere(said, known, file, source, by));
    }
    known.addAll(said);
    var spreading = new Spreading(links, source, file.said().links());
    Set<SharedKey> hidden = hidden(spreading, known, source, file);
    new ToldOfMarks(links, source, file)
        .elsewhere(direct, spreading.marked(), before, known, findings);
    Set<SharedKey> kept = new LinkedHashSet<>(said);
    spreading.marked().stream().filter(key -> KEPT.contains(key.kind())).forEach(kept::add);
    marks.add(kept, by);
    file.rows().stream()
        .filter(row -> hidden.contains(SharedKey.of(source, row.key)))
        .forEach(row -> strip(row, findings));
    return new Hidden(findings, telling.forget(hidden));
  }

  /** Takes it out of all that is stored. */
  Set<String> hideStored() {
    Set<SharedKey> known = marks.all();
    Set<String> ofAgencies = marks.ofAgencies();
    Set<SharedKey> coalitions = stored(known);
    coalitions.removeIf(key -> ofAgencies.contains(key.source()));
    var nothing = new SaidInFile();
    Set<SharedKey> places = places(new Spreading(links, "", nothing.links()), coalitions);
    known.addAll(places);
    var spreading = new Spreading(links, "", nothing.links());
    Set<SharedKey> hidden =
        hidden(spreading, known, "", new HsdsReading.Result(0, List.of(), List.of(), nothing));
    Set<SharedKey> kept = new LinkedHashSet<>(spreading.marked());
    kept.removeIf(key -> !KEPT.contains(key.kind()));
    kept.addAll(places);
    marks.add(kept, Sayer.UNKNOWN);
    return telling.forget(hidden);
  }

  /**
   * What the coalition's word in its own sources hides in every source: what it says it of, and
   * each place that this reaches there. The services and organizations that it reaches may be
   * another's elsewhere, with other places.
   */
  private Set<SharedKey> everywhere(
      Set<SharedKey> said, Set<SharedKey> known, HsdsReading.Result file, String source, Sayer by) {
    Set<String> ofAgencies = marks.ofAgencies();
    ofAgencies.remove(by.agency());
    Predicate<SharedKey> own =
        key -> key.source().equals(source) || !ofAgencies.contains(key.source());
    Set<SharedKey> everywhere = new LinkedHashSet<>();
    said.stream()
        .filter(own.and(SharedKey::isShared))
        .forEach(key -> everywhere.add(key.everywhere()));
    Set<SharedKey> coalitions = new LinkedHashSet<>(known);
    // An agency's word counts no further when the coalition imports for it.
    coalitions.removeIf(key -> !key.isEverywhere() && ofAgencies.contains(key.source()));
    coalitions.addAll(said);
    coalitions.addAll(everywhere);
    Set<SharedKey> exact = exact(coalitions, source, file);
    exact.removeIf(own.negate());
    everywhere.addAll(places(new Spreading(links, source, file.said().links()), exact));
    return everywhere;
  }

  /** The places that marks reach, as every source has them. */
  private static Set<SharedKey> places(Spreading spreading, Set<SharedKey> marked) {
    spreading.mark(marked);
    Set<SharedKey> places = new LinkedHashSet<>();
    spreading.marked().stream()
        .filter(key -> key.kind() == Kind.LOCATION && key.isShared())
        .forEach(key -> places.add(key.everywhere()));
    return places;
  }

  /**
   * What the coalition said of every source, as the stored rows that it means; UUIDs in any case.
   */
  private Set<SharedKey> stored(Set<SharedKey> marked) {
    Set<SharedKey> exact = new LinkedHashSet<>(marked);
    exact.removeIf(SharedKey::isEverywhere);
    exact.addAll(links.alike(marked.stream().filter(SharedKey::isShared).toList()));
    return exact;
  }

  /** And as those that this file has or names. */
  private Set<SharedKey> exact(Set<SharedKey> marked, String source, HsdsReading.Result file) {
    Set<SharedKey> exact = stored(marked);
    marked.stream()
        .filter(key -> key.isEverywhere() || key.source().equals(source))
        .flatMap(key -> file.said().links().meant(key.kind(), key.id()).stream())
        .forEach(row -> exact.add(SharedKey.of(source, row)));
    return exact;
  }

  private Set<SharedKey> hidden(
      Spreading spreading, Set<SharedKey> known, String source, HsdsReading.Result file) {
    spreading.mark(exact(known, source, file));
    // What a mark reaches may be written in another case where it stands.
    for (int reached = 0; reached < spreading.marked().size(); ) {
      reached = spreading.marked().size();
      spreading.mark(exact(spreading.marked(), source, file));
    }
    if (!spreading.hidden().isEmpty()) {
      var only = new OnlyOfHidden(jdbc, source, file.rows());
      spreading.hide(only.terms(spreading.hidden()));
      spreading.hide(only.taxonomies(spreading.hidden()));
    }
    return spreading.hidden();
  }

  /** What this file says it of, with a pointer to where it does. */
  private Map<SharedKey, String> said(
      HsdsReading.Result file,
      String source,
      Sayer by,
      MeantByMarks meant,
      List<Finding> findings) {
    Set<SharedKey> terms = marks.terms(file.said(), source, by);
    Set<String> understood = new HashSet<>();
    file.rows().stream()
        .filter(row -> row.key.kind() == Kind.ATTRIBUTE)
        .forEach(row -> understood.addAll(row.pointers));
    List<SaidAttribute> saying =
        file.said().attributes().stream().filter(each -> each.says(terms, source)).toList();
    List<MeantByMarks.Meant> all = meant.of(saying);
    Map<SharedKey, String> said = new LinkedHashMap<>();
    var nothing = new ArrayList<SaidAttribute>();
    for (MeantByMarks.Meant of : all) {
      String pointer = of.attributes().getFirst().pointer();
      of.keys().forEach(key -> said.putIfAbsent(key, pointer));
      if (meant.isNothing(of)) {
        nothing.addAll(of.attributes());
      }
    }
    if (!nothing.isEmpty()) {
      throw ToldOfMarks.reachingNothing(nothing);
    }
    ToldOfMarks.leftOut(all, understood, findings);
    marks.await(file.said(), meant, source);
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
