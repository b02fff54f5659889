package org.handrail.platform.problem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fields that stand more than once in one object of a body: nobody knows which of them is meant.
 */
final class RepeatedFields {
  private RepeatedFields() {}

  /** Reads such bodies too: the last one counts. */
  static ObjectReader forgiving(JsonMapper json) {
    return json.reader()
        .without(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .without(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
  }

  /**
   * One fault for each of them.
   *
   * @throws JacksonException when the body is no JSON
   */
  static List<Problem.Fault> in(JsonMapper json, byte[] body) {
    var faults = new ArrayList<Problem.Fault>();
    Deque<Set<String>> seen = new ArrayDeque<>();
    try (var parser = forgiving(json).createParser(body)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          seen.push(new HashSet<>());
        } else if (token == JsonToken.END_OBJECT) {
          seen.pop();
        } else if (token == JsonToken.PROPERTY_NAME && !seen.element().add(parser.currentName())) {
          faults.add(
              new Problem.Fault(
                  parser.streamReadContext().pathAsPointer().toString(),
                  "duplicate-field",
                  "This field is there more than once"));
        }
      }
    }
    return faults.stream().distinct().toList();
  }
}
