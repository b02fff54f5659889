package org.handrail.referral.referral;

import java.util.List;
import java.util.TreeMap;
import org.handrail.platform.fixtures.Answer;
import tools.jackson.databind.JsonNode;

/** What stands in an answer, as tests compare it. */
final class Shown {
  private Shown() {}

  static List<String> texts(Answer answer, String pointer, String field) {
    return answer
        .json()
        .at(pointer)
        .valueStream()
        .map(item -> (field.isEmpty() ? item : item.path(field)).asString())
        .toList();
  }

  static String withoutTrace(Answer answer) {
    return answer.text().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
  }

  /** The names and types of what stands in it, all the way down. */
  static String shape(JsonNode node) {
    if (node.isObject()) {
      var fields = new TreeMap<String, String>();
      node.properties().forEach(p -> fields.put(p.getKey(), shape(p.getValue())));
      return fields.toString();
    }
    return node.getNodeType().toString();
  }
}
