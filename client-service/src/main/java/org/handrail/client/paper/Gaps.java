package org.handrail.client.paper;

import java.util.Map;

/** Gaps in the text of a paper, in braces. */
public final class Gaps {
  private Gaps() {}

  /** Fills the gaps of a text; what fills one is never looked through again. */
  public static String fill(String text, Map<String, String> gaps) {
    var filled = new StringBuilder();
    var at = 0;
    while (at < text.length()) {
      var open = text.indexOf('{', at);
      var close = text.indexOf('}', open);
      if (open < 0 || close < 0) {
        return filled.append(text, at, text.length()).toString();
      }
      filled.append(text, at, open).append(gaps.getOrDefault(text.substring(open + 1, close), ""));
      at = close + 1;
    }
    return filled.toString();
  }
}
