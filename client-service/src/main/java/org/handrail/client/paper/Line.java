package org.handrail.client.paper;

/**
 * A line of a paper, wrapped where it is too long.
 *
 * @param depth how often it is indented
 * @param heading whether it stands out, and never alone at the end of a page
 */
public record Line(int depth, boolean heading, String text) {
  public static final Line EMPTY = text("");

  public static Line heading(String text) {
    return new Line(0, true, text);
  }

  public static Line text(String text) {
    return under(0, text);
  }

  public static Line under(int depth, String text) {
    return new Line(depth, false, text);
  }
}
