package org.handrail.referral.handoff;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Levels of care of the ASAM Criteria, by the codes of their edition. A provider states them; here
 * nobody reckons one.
 */
final class AsamLevel {
  private static final Map<Integer, Set<String>> LEVELS =
      Map.of(
          3,
          Set.of("0.5", "1", "2.1", "2.5", "3.1", "3.3", "3.5", "3.7", "4"),
          4,
          Set.of("RR", "1.0", "1.5", "1.7", "2.1", "2.5", "2.7", "3.1", "3.5", "3.7", "4"));
  // Withdrawal management was a level of its own in the third edition.
  private static final Map<Integer, Pattern> MODIFIERS =
      Map.of(3, Pattern.compile("-WM$"), 4, Pattern.compile("-(COE|BIO)$"));

  private AsamLevel() {}

  /** Whether that edition has that level, such as {@code 3.7-BIO} of the fourth. */
  static boolean exists(int edition, String level) {
    Set<String> levels = LEVELS.get(edition);
    Pattern modifier = MODIFIERS.get(edition);
    return levels != null
        && modifier != null
        && levels.contains(modifier.matcher(level).replaceFirst(""));
  }
}
