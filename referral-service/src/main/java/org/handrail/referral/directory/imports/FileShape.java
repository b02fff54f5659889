package org.handrail.referral.directory.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
      return List.of(new Table(kind(file), List.of(file), List.of("")));
    }
    if (file.isObject() && !file.isEmpty() && file.values().stream().allMatch(JsonNode::isArray)) {
      return flat(file);
    }
    throw Refusal.of(
        Problem.of(NOT_HSDS)
            .error("", "not-an-array", "expected an array of organizations, a page, or tables"));
  }

  private static List<Table> nested(List<JsonNode> objects, String at) {
    Kind kind = objects.isEmpty() ? Kind.ORGANIZATION : kind(objects.getFirst());
    return List.of(Table.of(kind, objects, at));
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

  /** By the fields that only one kind has; the standard's files do not say it. */
  private static Kind kind(JsonNode object) {
    if (object.has("services") || object.has("organization_identifiers")) {
      return Kind.ORGANIZATION;
    }
    if (object.has("location_type") || object.has("addresses")) {
      return Kind.LOCATION;
    }
    if (object.has("location") || object.has("location_id")) {
      return Kind.SERVICE_AT_LOCATION;
    }
    if (object.has("status") || object.has("organization") || object.has("service_at_locations")) {
      return Kind.SERVICE;
    }
    if (object.has("taxonomy") || object.has("taxonomy_detail") || object.has("term_uri")) {
      return Kind.TAXONOMY_TERM;
    }
    return object.has("version") ? Kind.TAXONOMY : Kind.ORGANIZATION;
  }
}
