package org.handrail.referral.directory.imports;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The outline of an area, as a row of HSDS holds it in text. */
final class Extent {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern COORDINATES =
      Pattern.compile("-?\\d{1,3}\\.\\d+[\\s,]+-?\\d{1,3}\\.\\d+");
  // A ring comes back to where it began: a triangle has four positions (RFC 7946, 3.1.6).
  private static final int SHORTEST_RING = 4;
  private static final int FEWEST_CORNERS = 3;

  private Extent() {}

  /**
   * Whether it can be read as what it says it is. Without a type it is text, as HSDS has it of
   * older systems, and a search reads its words: coordinates are none. Of KML nothing is left once
   * markup is taken out of a text.
   */
  static boolean canBe(String extent, @Nullable String type) {
    return switch (type) {
      case "geojson" -> isArea(tree(extent));
      case "topojson" -> isTopology(tree(extent));
      case "kml" -> false;
      case null, default -> !COORDINATES.matcher(extent).find();
    };
  }

  private static boolean isTopology(JsonNode node) {
    return node.path("type").asString("").equals("Topology")
        && node.path("arcs").isArray()
        && node.path("objects").isObject()
        && !node.path("objects").isEmpty()
        && node.path("objects").valueStream().allMatch(JsonNode::isObject);
  }

  private static JsonNode tree(String text) {
    try {
      return Objects.requireNonNullElse(JSON.readTree(text), JSON.missingNode());
    } catch (JacksonException e) {
      return JSON.missingNode();
    }
  }

  private static boolean isArea(JsonNode node) {
    return switch (node.path("type").asString("")) {
      case "Feature" -> isArea(node.path("geometry"));
      case "FeatureCollection" -> all(node.path("features"), Extent::isArea);
      case "GeometryCollection" -> all(node.path("geometries"), Extent::isArea);
      case "Polygon" -> all(node.path("coordinates"), Extent::isRing);
      case "MultiPolygon" -> all(node.path("coordinates"), each -> all(each, Extent::isRing));
      default -> false;
    };
  }

  private static boolean isRing(JsonNode ring) {
    return ring.size() >= SHORTEST_RING
        && all(ring, Extent::isPosition)
        && ring.get(0).equals(ring.get(ring.size() - 1))
        && ring.valueStream().distinct().count() >= FEWEST_CORNERS;
  }

  private static boolean isPosition(JsonNode position) {
    return position.isArray()
        && position.size() >= 2
        && within(position.get(0), 180)
        && within(position.get(1), 90);
  }

  private static boolean within(JsonNode degrees, int most) {
    return degrees.isNumber() && Math.abs(degrees.asDouble()) <= most;
  }

  private static boolean all(JsonNode array, Predicate<JsonNode> one) {
    return array.isArray() && !array.isEmpty() && array.valueStream().allMatch(one);
  }
}
