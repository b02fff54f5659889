package org.handrail.platform.http;

/** What can be seen of a text. */
public final class Visible {
  // Letters and symbols by their kind, and yet without anything to see.
  private static final String EMPTY_FORMS = "\u115f\u1160\u2800\u3164\uffa0\ud834\udd59";

  private Visible() {}

  /** Marks need something on which they stand; what Unicode has no form for has none anywhere. */
  public static boolean is(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> EMPTY_FORMS.indexOf(c) < 0;
    };
  }
}
