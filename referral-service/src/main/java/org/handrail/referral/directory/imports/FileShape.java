package org.handrail.referral.directory.imports;

import static java.util.Comparator.comparingLong;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** What a file may be of; where two would fit as well, the first. */
  private static final List<Kind> KINDS =
      List.of(
          Kind.ORGANIZATION,
          Kind.LOCATION,
          Kind.SERVICE,
          Kind.SERVICE_AT_LOCATION,
          Kind.TAXONOMY_TERM,
          Kind.TAXONOMY);

  private FileShape() {}

  static HsdsReading.Result read(JsonNode file, Instant now) {
    return HsdsReading.of(tables(file), now);
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
   * The standard's files do not say it: it is the kind that has most of the fields which the
   * objects have.
   */
  private static Kind kind(List<JsonNode> objects) {
    Map<String, Long> fields =
        objects.stream()
            .flatMap(object -> object.propertyNames().stream())
            .collect(groupingBy(identity(), counting()));
    return KINDS.stream().min(comparingLong(kind -> -had(kind, fields))).orElseThrow();
  }

  private static long had(Kind kind, Map<String, Long> fields) {
    return fields.entrySet().stream()
        .filter(
            field ->
                kind.fields().containsKey(field.getKey())
                    || kind.nested().containsKey(field.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
