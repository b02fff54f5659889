package org.handrail.client.ownrecord;

import static java.util.Comparator.comparingLong;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Encounters and promises, each as one thing to read: the tables keep what changes apart from what
 * is always true, which is no order for a person.
 */
final class AsOneThing {
  private static final String VERSION = "version";

  // As somebody tells it: when, with whom, how, what was said; the rest comes after it.
  private static final List<String> TOLD =
      List.of(
          "startedAt",
          "endedAt",
          "specialist",
          "kind",
          "mode",
          "place",
          "clientsWords",
          "whatWeDid",
          "activities",
          "learnedByClient",
          "learnedBySpecialist",
          "words",
          "madeAt",
          "dueAt",
          "status",
          "note");
  // What ties rows together says nothing on paper.
  private static final Set<String> TIES =
      Set.of(VERSION, "encounterId", "promiseId", "activitiesVersion");

  private final Map<String, List<Map<String, Object>>> sections;

  private AsOneThing(Map<String, List<Map<String, Object>>> sections) {
    this.sections = new LinkedHashMap<>(sections);
  }

  /** The same copy, without the sections that went into others. */
  static CopyOfRecord of(CopyOfRecord copy) {
    var all = new AsOneThing(copy.sections());
    all.gather("encounter-version", "encounter-sign-off", "encounterId");
    all.gather("encounter", "encounter-version", "encounterId");
    all.gather("promise", "promise-change", "promiseId");
    return new CopyOfRecord(
        copy.clientId(), copy.madeAt(), copy.basis(), copy.fee(), all.sections, copy.notHere());
  }

  private void gather(String whole, String parts, String tie) {
    var all = sections.getOrDefault(parts, List.of());
    sections.computeIfPresent(
        whole,
        (_, rows) -> rows.stream().map(row -> withVersions(row, of(row, all, tie))).toList());
    sections.remove(parts);
  }

  /** A version has no id: what belongs to it names the whole and its version. */
  private static List<Map<String, Object>> of(
      Map<String, Object> row, List<Map<String, Object>> parts, String tie) {
    var tied = row.containsKey("id") ? List.of("id") : List.of(tie, VERSION);
    return parts.stream()
        .filter(
            part ->
                tied.stream()
                    .allMatch(
                        name ->
                            Objects.equals(
                                row.get(name), part.get(name.equals("id") ? tie : name))))
        .sorted(comparingLong(AsOneThing::version))
        .toList();
  }

  private static long version(Map<String, Object> row) {
    return row.get(VERSION) instanceof Number version ? version.longValue() : 0;
  }

  /** As the last of them says; what the others said stands below it. */
  private static Map<String, Object> withVersions(
      Map<String, Object> row, List<Map<String, Object>> versions) {
    if (versions.isEmpty()) {
      return row;
    }
    var told = new LinkedHashMap<>(row);
    told.putAll(versions.getLast());
    var earlier = new LinkedHashMap<String, Object>();
    versions
        .subList(0, versions.size() - 1)
        .forEach(version -> earlier.put(String.valueOf(earlier.size() + 1), inOrder(version)));
    told.put("saidBefore", earlier);
    return row.containsKey("id") ? inOrder(told) : told;
  }

  private static Map<String, Object> inOrder(Map<String, Object> row) {
    var ordered = new LinkedHashMap<String, Object>();
    TOLD.stream().filter(row::containsKey).forEach(name -> ordered.put(name, row.get(name)));
    row.forEach(ordered::putIfAbsent);
    ordered.keySet().removeAll(TIES);
    return ordered;
  }
}
