package org.handrail.client.ownrecord;

import java.util.Locale;
import java.util.Map;

/** The words of a copy on paper in one language. */
record PaperWords(
    Phrases phrases,
    Map<String, String> sections,
    Map<String, String> fields,
    Map<String, String> codes) {

  /**
   * What is said around the rows.
   *
   * @param numbers why none of the computer's own are there
   * @param somebody who is not on the roster
   * @param actRecorded what the client did, and who wrote it down
   */
  record Phrases(
      String title,
      String made,
      String times,
      String leftBehind,
      String numbers,
      String isSo,
      String isNotSo,
      String you,
      String somebody,
      String actRecorded) {}

  String section(String name) {
    return sections.getOrDefault(name, words(name));
  }

  // A row that is meant is named and not numbered.
  String field(String name) {
    return fields.getOrDefault(name, words(name.replaceFirst("Id$", "")));
  }

  String code(String code) {
    return codes.getOrDefault(code, code.replace('-', ' '));
  }

  /** A kind without a word of its own is said as the wider one that it is of. */
  String kind(String kind) {
    for (var wider = kind; !wider.isEmpty(); wider = wider.replaceFirst("-?[^-]*$", "")) {
      var said = codes.get(wider);
      if (said != null) {
        return said;
      }
    }
    return code(kind);
  }

  private static String words(String name) {
    return name.replace('-', ' ').replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
