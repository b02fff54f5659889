package org.handrail.referral.directory.imports;

import static java.util.Comparator.comparingLong;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.imports.HsdsReading.Table;
import org.handrail.referral.directory.standard.Kind;
import tools.jackson.databind.JsonNode;

/**
 * The shapes in which a JSON file of HSDS comes: one object, an array of them or a page of the API,
 * with everything nested; or an object of tables.
 */
final class FileShape {
  static final ProblemType NOT_HSDS = ProblemType.of("not-hsds", 422, "This is not a file of HSDS");

  /**
   * What a file may be of, by the fields that only it has; where two would fit as well, the first.
   */
  private static final Map<Kind, Set<String>> TELLING = telling();

  private static final Set<String> OF_PAGES = Set.of("links", "_links", "meta");

  private FileShape() {}

  private static Map<Kind, Set<String>> telling() {
    Map<Kind, Set<String>> telling = new LinkedHashMap<>();
    telling.put(
        Kind.ORGANIZATION,
        Set.of(
            "services",
            "organization_identifiers",
            "locations",
            "programs",
            "website",
            "tax_id",
            "legal_status",
            "parent_organization_id"));
    telling.put(Kind.LOCATION, Set.of("location_type", "addresses"));
    telling.put(Kind.SERVICE_AT_LOCATION, Set.of("location", "location_id"));
    telling.put(Kind.SERVICE, Set.of("status", "organization", "service_at_locations"));
    telling.put(
        Kind.TAXONOMY_TERM,
        Set.of("code", "parent_id", "taxonomy", "taxonomy_id", "taxonomy_detail", "term_uri"));
    telling.put(Kind.TAXONOMY, Set.of("version"));
    return telling;
  }

  static HsdsReading.Result read(JsonNode file, Instant now) {
    List<Table> tables = tables(file);
    List<Problem.Fault> faults = tables.stream().flatMap(FileShape::lists).toList();
    if (!faults.isEmpty()) {
      throw Archive.refused(faults);
    }
    var findings = new Findings();
    sayWhatIsEmpty(file, findings);
    return HsdsReading.of(tables, now, findings);
  }

  private static void sayWhatIsEmpty(JsonNode file, Findings findings) {
    if (file.isArray() && file.isEmpty()) {
      findings.noRows("", Kind.ORGANIZATION);
    } else if (file.path("contents").isArray() && file.path("contents").isEmpty()) {
      findings.noRows("/contents", Kind.ORGANIZATION);
    } else if (!file.has("id")) {
      file.propertyStream()
          .filter(table -> table.getValue().isArray() && table.getValue().isEmpty())
          .forEach(
              table -> {
                String at = "/" + HsdsReading.escaped(table.getKey());
                findings.noRows(at, known(table.getKey(), at));
              });
    }
  }

  /** Of what stands in a list within a table it cannot be known what it is. */
  private static Stream<Problem.Fault> lists(Table table) {
    return IntStream.range(0, table.rows().size())
        .filter(i -> table.rows().get(i).isArray())
        .mapToObj(
            i ->
                new Problem.Fault(
                    table.at().get(i), "row-is-a-list", "expected an object for each row"));
  }

  private static List<Table> tables(JsonNode file) {
    if (file.isArray()) {
      return nested(List.copyOf(file.values()), at("", file));
    }
    if (file.path("contents").isArray()) {
      JsonNode page = file.path("contents");
      if (file.properties().stream()
          .anyMatch(e -> !e.getKey().equals("contents") && mayHoldRows(e.getKey(), e.getValue()))) {
        throw Refusal.of(
            Problem.of(NOT_HSDS)
                .error("", "table-beside-page", "beside a page stands what would be passed over"));
      }
      return nested(List.copyOf(page.values()), at("/contents", page));
    }
    if (file.isObject() && file.has("id")) {
      return nested(List.of(file), List.of(""));
    }
    if (file.isObject() && !file.isEmpty() && file.values().stream().allMatch(JsonNode::isArray)) {
      return flat(file);
    }
    throw Refusal.of(
        Problem.of(NOT_HSDS)
            .error("", "not-an-array", "expected an array of organizations, a page, or tables"));
  }

  /** Links from page to page, and what is said of a page as a whole, hold none. */
  private static boolean mayHoldRows(String name, JsonNode value) {
    return value.isContainer() && !(OF_PAGES.contains(name) && isWithoutRows(value));
  }

  private static boolean isWithoutRows(JsonNode value) {
    return !value.has("id")
        && !value.has("attributes")
        && value.valueStream().allMatch(FileShape::isWithoutRows);
  }

  private static List<String> at(String pointer, JsonNode list) {
    return IntStream.range(0, list.size()).mapToObj(i -> pointer + "/" + i).toList();
  }

  /** Each object is what it looks like; what looks like nothing is what most of them are. */
  private static List<Table> nested(List<JsonNode> objects, List<String> at) {
    Kind most = most(objects);
    List<Table> runs = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      Optional<Kind> looks = kind(objects.get(i));
      var run =
          new Table(looks.orElse(most), new ArrayList<>(), new ArrayList<>(), looks.isEmpty());
      Table last = runs.isEmpty() ? run : runs.getLast();
      if (runs.isEmpty() || last.kind() != run.kind() || last.guessed() != run.guessed()) {
        runs.add(run);
        last = run;
      }
      last.rows().add(objects.get(i));
      last.at().add(at.get(i));
    }
    return runs;
  }

  private static List<Table> flat(JsonNode file) {
    var tables = new ArrayList<Table>();
    for (var table : file.properties()) {
      String at = "/" + HsdsReading.escaped(table.getKey());
      tables.add(Table.of(known(table.getKey(), at), List.copyOf(table.getValue().values()), at));
    }
    return tables;
  }

  /**
   * @param at JSON Pointer to it
   */
  static Kind known(String table, String at) {
    return Kind.ofTable(table)
        .orElseThrow(
            () ->
                Refusal.of(
                    Problem.of(NOT_HSDS)
                        .error(at, "unknown-table", "a table has a name that HSDS has not")));
  }

  /**
   * The standard's files do not say it. What has attributes is no term, whatever else it has: a
   * mark among them must not be passed over.
   */
  private static Optional<Kind> kind(JsonNode object) {
    return TELLING.keySet().stream()
        .filter(kind -> TELLING.getOrDefault(kind, Set.of()).stream().anyMatch(object::has))
        .filter(kind -> !isVocabulary(kind) || !object.has("attributes"))
        .findFirst();
  }

  private static Kind most(List<JsonNode> objects) {
    boolean mayBeTerms = objects.stream().noneMatch(object -> object.has("attributes"));
    Map<Kind, Long> seen = new EnumMap<>(Kind.class);
    objects.forEach(object -> kind(object).ifPresent(kind -> seen.merge(kind, 1L, Long::sum)));
    return TELLING.keySet().stream()
        .filter(kind -> mayBeTerms || !isVocabulary(kind))
        .min(comparingLong(kind -> -seen.getOrDefault(kind, 0L)))
        .orElseThrow();
  }

  private static boolean isVocabulary(Kind kind) {
    return kind == Kind.TAXONOMY_TERM || kind == Kind.TAXONOMY;
  }
}
