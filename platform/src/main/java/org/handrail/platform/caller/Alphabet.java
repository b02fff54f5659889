package org.handrail.platform.caller;

/**
 * The ASCII characters of which an id may consist. Ids are read with every row: as a regular
 * expression the same question took a twelfth of the door's time.
 */
public final class Alphabet {

  public static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  public static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
  public static final String DIGITS = "0123456789";

  private final boolean[] known = new boolean[128];

  private Alphabet(String characters) {
    characters.chars().forEach(character -> known[character] = true);
  }

  /**
   * @throws ArrayIndexOutOfBoundsException for a character that is not ASCII
   */
  public static Alphabet of(String... characters) {
    return new Alphabet(String.join("", characters));
  }

  /** Whether a text of one to {@code longest} characters has no others than these. */
  public boolean spells(String text, int longest) {
    if (text.isEmpty() || text.length() > longest) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (character >= known.length || !known[character]) {
        return false;
      }
    }
    return true;
  }
}
