package org.handrail.client.endpoint;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.handrail.platform.fixtures.Answer;

/** What an answer tells whoever compares it with another. */
final class Told {
  // Of when it was given, and by which connection.
  private static final Set<String> OF_THE_MOMENT = Set.of("Connection", "Date", "Keep-Alive");

  private Told() {}

  /** All of it, but for what is another's each time. */
  static String by(Answer answer) {
    var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers());
    headers.keySet().removeAll(OF_THE_MOMENT);
    var text = answer.text().replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "");
    return "%d %s %s".formatted(answer.status(), headers, text);
  }
}
