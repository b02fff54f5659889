package org.handrail.referral.directory.imports;

import static java.util.Comparator.comparingLong;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    return HsdsReading.of(tables, now);
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
      return nested(List.copyOf(file.values()), "");
    }
    if (file.path("contents").isArray()) {
      return nested(List.copyOf(file.path("contents").values()), "/contents");
    }
    if (file.isObject() && file.has("id")) {
      return List.of(new Table(kind(List.of(file)), List.of(file), List.of("")));
    }
    if (file.isObject() && !file.isEmpty() && file.values().stream().allMatch(JsonNode::isArray)) {
      return flat(file);
    }
    throw Refusal.of(
        Problem.of(NOT_HSDS)
            .error("", "not-an-array", "expected an array of organizations, a page, or tables"));
  }

  private static List<Table> nested(List<JsonNode> objects, String at) {
    return List.of(Table.of(kind(objects), objects, at));
  }

  private static List<Table> flat(JsonNode file) {
    var tables = new ArrayList<Table>();
    for (var table : file.properties()) {
      tables.add(
          Table.of(
              known(table.getKey()),
              List.copyOf(table.getValue().values()),
              "/" + table.getKey().replace("~", "~0").replace("/", "~1")));
    }
    return tables;
  }

  static Kind known(String table) {
    return Kind.ofTable(table)
        .orElseThrow(
            () ->
                Refusal.of(
                    Problem.of(NOT_HSDS)
                        .error("", "unknown-table", "a table has a name that HSDS has not")));
  }

  /**
   * The standard's files do not say it: it is what most of the objects look like. What has
   * attributes is no term, whatever else it has: a mark among them must not be passed over.
   */
  private static Kind kind(List<JsonNode> objects) {
    boolean mayBeTerms = objects.stream().noneMatch(object -> object.has("attributes"));
    return TELLING.keySet().stream()
        .filter(kind -> mayBeTerms || (kind != Kind.TAXONOMY_TERM && kind != Kind.TAXONOMY))
        .min(comparingLong(kind -> -objects.stream().filter(of -> looksLike(kind, of)).count()))
        .orElseThrow();
  }

  private static boolean looksLike(Kind kind, JsonNode object) {
    return TELLING.getOrDefault(kind, Set.of()).stream().anyMatch(object::has);
  }
}
