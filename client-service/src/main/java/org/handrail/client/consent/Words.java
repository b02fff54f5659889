package org.handrail.client.consent;

import java.util.regex.Pattern;

/** What somebody wrote where the law asks for words. */
final class Words {
  private static final Pattern SAID = Pattern.compile("[\\p{L}\\p{N}]");

  private Words() {}

  /** Whether it says nothing: it is blank, or signs alone as in a line that was crossed out. */
  static boolean areMissing(String text) {
    return !SAID.matcher(text).find();
  }
}
