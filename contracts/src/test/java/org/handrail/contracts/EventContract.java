package org.handrail.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One type of event: the schema of its data, and examples of the whole event by name. */
record EventContract(String type, JsonNode schema, Map<String, JsonNode> examples) {

  static final Path RESOURCES = Path.of("src/main/resources");
  static final Path EVENTS = RESOURCES.resolve("events");

  private static final JsonMapper JSON = new JsonMapper();
  private static final String SCHEMA = ".schema.json";
  private static final String EXAMPLE = ".example-";

  /** All of them, by type. */
  static List<EventContract> all() {
    var contracts = new TreeMap<String, EventContract>();
    for (var file : files()) {
      var name = file.getFileName().toString();
      if (name.endsWith(SCHEMA)) {
        var type = name.substring(0, name.length() - SCHEMA.length());
        contracts.put(type, new EventContract(type, read(file), examplesOf(type)));
      }
    }
    return List.copyOf(contracts.values());
  }

  private static Map<String, JsonNode> examplesOf(String type) {
    var examples = new TreeMap<String, JsonNode>();
    for (var file : files()) {
      var name = file.getFileName().toString();
      if (name.startsWith(type + EXAMPLE)) {
        examples.put(name, read(file));
      }
    }
    return examples;
  }

  static List<Path> files() {
    try (Stream<Path> files = Files.list(EVENTS)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(Path file) {
    return JSON.readTree(file.toFile());
  }

  String title() {
    return schema.path("title").asString("");
  }

  String description() {
    return schema.path("description").asString("");
  }

  /** Where it travels, and who writes it there. */
  Map<String, String> writers() {
    var writers = new TreeMap<String, String>();
    schema
        .path("x-topics")
        .propertyStream()
        .forEach(each -> writers.put(each.getKey(), each.getValue().asString()));
    return writers;
  }

  String key() {
    return schema.path("x-key").asString("");
  }

  String agency() {
    return schema.path("x-agency").asString("none");
  }

  List<String> readers() {
    return schema.path("x-readers").valueStream().map(JsonNode::asString).toList();
  }

  boolean forAnalysts() {
    return writers().keySet().stream().allMatch(topic -> topic.startsWith("coalition.analytics."));
  }

  @Override
  public String toString() {
    return type;
  }
}
