package org.handrail.client.consent;

import java.util.Set;
import org.handrail.platform.http.Visible;

/** What somebody wrote where the law asks for words. */
final class Words {
  private static final Set<Byte> NUMBERS =
      Set.of(Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER);

  // A letter by its kind that only lengthens the line between two others.
  private static final int KASHIDA = 0x640;

  private Words() {}

  /**
   * Whether it says nothing: it is blank, or signs alone as in a line that was crossed out, with
   * whatever cannot be seen beside them.
   */
  static boolean areMissing(String text) {
    return text.codePoints().noneMatch(Words::says);
  }

  private static boolean says(int c) {
    return (Character.isLetter(c) || NUMBERS.contains((byte) Character.getType(c)))
        && Visible.is(c)
        && c != KASHIDA;
  }
}
