package org.handrail.client.endpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the smallest request body that a published schema takes. */
final class Bodies {
  private static final String INSTANT = "2026-11-01T10:00:00Z";

  // For fields with a pattern the first that fits is taken; where none does, the body is refused.
  private static final List<String> WORDS =
      List.of(
          "riverbend",
          "en",
          "2026-02",
          "H0038",
          "US",
          "1",
          "10:00",
          "PT1H",
          "+1 555-0100",
          "2.64",
          "2026-Q4",
          "A");

  private final JsonNode document;
  private final UUID client;

  /**
   * @param document the whole description, whose components schemas refer to
   * @param client goes wherever a client is named
   */
  Bodies(JsonNode document, UUID client) {
    this.document = document;
    this.client = client;
  }

  @Nullable Object of(JsonNode schema, String name) {
    var reference = schema.at("/$ref").asString("");
    if (!reference.isEmpty()) {
      return of(document.at(reference.substring(1)), name);
    }
    for (var choice : List.of("oneOf", "anyOf", "allOf")) {
      if (schema.has(choice)) {
        return of(schema.get(choice).get(0), name);
      }
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(0).asString();
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> list(schema, name);
      case "integer", "number" -> Math.max(1, schema.at("/minimum").asLong(1));
      case "boolean" -> true;
      default -> text(schema, name);
    };
  }

  private static String type(JsonNode schema) {
    var type = schema.at("/type");
    return type.isArray() ? type.get(0).asString() : type.asString("object");
  }

  private Map<String, @Nullable Object> object(JsonNode schema) {
    var object = new HashMap<String, @Nullable Object>();
    for (var required : schema.path("required")) {
      var property = required.asString();
      object.put(property, of(schema.path("properties").path(property), property));
    }
    return object;
  }

  private List<@Nullable Object> list(JsonNode schema, String name) {
    var list = new ArrayList<@Nullable Object>();
    for (int i = 0; i < Math.max(1, schema.at("/minItems").asInt(1)); i++) {
      list.add(of(schema.path("items"), name));
    }
    return list;
  }

  private Object text(JsonNode schema, String name) {
    switch (schema.at("/format").asString("")) {
      case "uuid" -> {
        return name.equals("clientId") ? client : UUID.randomUUID();
      }
      case "date-time" -> {
        return INSTANT;
      }
      case "date" -> {
        return "2026-11-01";
      }
      default -> {}
    }
    var pattern = schema.at("/pattern").asString("");
    if (pattern.isEmpty()) {
      return "word".repeat(Math.max(1, schema.at("/minLength").asInt(1) / 4 + 1));
    }
    return WORDS.stream()
        .filter(Pattern.compile(pattern).asMatchPredicate())
        .findFirst()
        .orElse("word");
  }
}
