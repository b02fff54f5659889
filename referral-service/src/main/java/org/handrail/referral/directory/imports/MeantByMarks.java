package org.handrail.referral.directory.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.referral.directory.standard.Kind;

/**
 * What the marks of a file mean, among its rows and those that are stored. Where nothing of the
 * kind that a mark names is called so, it means whatever else is.
 */
final class MeantByMarks {
  private final StoredLinks stored;
  private final String source;
  private final SaidInFile file;
  private final boolean everywhere;

  /**
   * @param everywhere whether a mark by a UUID means also what other sources have
   */
  MeantByMarks(StoredLinks stored, String source, SaidInFile file, boolean everywhere) {
    this.stored = stored;
    this.source = source;
    this.file = file;
    this.everywhere = everywhere;
  }

  /**
   * What attributes mean that stand in the same and name the same.
   *
   * @param here whether the file or the directory has any of it
   */
  record Meant(List<SaidAttribute> attributes, Set<SharedKey> keys, boolean here) {}

  private record Of(Set<RowKey> owners, Set<RowKey> named) {}

  List<Meant> of(Collection<SaidAttribute> saying) {
    Set<String> ids = new HashSet<>();
    Map<Of, List<SaidAttribute>> same = new LinkedHashMap<>();
    for (SaidAttribute attribute : saying) {
      attribute.named().forEach(key -> ids.add(key.id()));
      same.computeIfAbsent(new Of(attribute.owners(), attribute.named()), any -> new ArrayList<>(1))
          .add(attribute);
    }
    Map<String, List<SharedKey>> called = called(ids, everywhere);
    return same.values().stream().map(attributes -> meant(attributes, called)).toList();
  }

  private Meant meant(List<SaidAttribute> same, Map<String, List<SharedKey>> called) {
    SaidAttribute attribute = same.getFirst();
    Set<SharedKey> keys = new LinkedHashSet<>();
    attribute.owners().forEach(owner -> keys.add(SharedKey.of(source, owner)));
    boolean here = !keys.isEmpty();
    Map<String, Set<Kind>> named = new LinkedHashMap<>();
    for (RowKey key : attribute.named()) {
      named.computeIfAbsent(key.id(), any -> EnumSet.noneOf(Kind.class)).add(key.kind());
    }
    for (var each : named.entrySet()) {
      String id = each.getKey();
      List<SharedKey> found = found(id, each.getValue(), called);
      here |= !found.isEmpty();
      // What is called so may be something else: what the mark names may still come.
      if (found.stream().noneMatch(key -> each.getValue().contains(key.kind()))) {
        each.getValue().forEach(kind -> keys.add(SharedKey.of(source, kind, id)));
      }
      found.forEach(key -> keys.add(SharedKey.of(source, key.kind(), key.id())));
    }
    return new Meant(same, keys, here);
  }

  /** What is called so of these kinds, or else of any that can be marked. */
  private List<SharedKey> found(String id, Set<Kind> kinds, Map<String, List<SharedKey>> called) {
    List<SharedKey> all =
        Stream.concat(
                file.links().rows(id).stream().map(row -> SharedKey.of(source, row)),
                called.getOrDefault(SharedKey.anyCase(id), List.of()).stream())
            .filter(key -> key.kind().holdsMany(Kind.ATTRIBUTE))
            .toList();
    List<SharedKey> those = all.stream().filter(key -> kinds.contains(key.kind())).toList();
    return those.isEmpty() ? all : those;
  }

  /** Whether that is neither called by an id nor has anything that is. */
  boolean isNothing(Meant meant) {
    if (meant.keys().stream().anyMatch(SaidInFile::isNamed)) {
      return false;
    }
    var spreading = new Spreading(null, source, file.links());
    spreading.mark(meant.keys());
    return spreading.marked().stream().noneMatch(SaidInFile::isNamed);
  }

  /** What a waiting attribute may turn out to mean, as far as the file tells. */
  Set<SharedKey> inFile(SaidAttribute attribute) {
    return meant(List.of(attribute), Map.of()).keys();
  }

  /**
   * What else marks of earlier files mean of which nothing of that kind is here.
   *
   * @param fresh whether also what is stored may be meant; else that was looked at before
   */
  Set<SharedKey> otherwise(Collection<SharedKey> marks, boolean fresh) {
    List<SharedKey> missing =
        marks.stream()
            .filter(mark -> mark.isEverywhere() || mark.source().equals(source))
            .filter(SaidInFile::isNamed)
            .filter(mark -> fresh || !file.links().rows(mark.id()).isEmpty())
            .filter(
                mark ->
                    file.links().rows(mark.id()).stream().noneMatch(r -> r.kind() == mark.kind()))
            .toList();
    Map<String, List<SharedKey>> called =
        called(missing.stream().map(SharedKey::id).distinct().toList(), false);
    Set<SharedKey> others = new LinkedHashSet<>();
    for (SharedKey mark : missing) {
      others.addAll(found(mark.id(), EnumSet.of(mark.kind()), called));
    }
    return others;
  }

  private Map<String, List<SharedKey>> called(Collection<String> ids, boolean inOthers) {
    Map<String, List<SharedKey>> called = new HashMap<>();
    Set<String> asked = new HashSet<>(ids);
    for (SharedKey key : stored.called(ids, source)) {
      boolean own = key.source().equals(source);
      if (key.isShared() ? own || inOthers : own && asked.contains(key.id())) {
        called.computeIfAbsent(SharedKey.anyCase(key.id()), any -> new ArrayList<>()).add(key);
      }
    }
    return called;
  }
}
