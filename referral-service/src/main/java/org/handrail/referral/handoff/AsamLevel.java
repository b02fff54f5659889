package org.handrail.referral.handoff;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Levels of care of the ASAM Criteria, by the codes of their edition. A provider states them; here
 * nobody reckons one.
 */
final class AsamLevel {
  // Withdrawal management had levels of its own in the third edition.
  private static final Set<String> THIRD =
      Set.of(
          "0.5", "1", "2.1", "2.5", "3.1", "3.3", "3.5", "3.7", "4", "1-WM", "2-WM", "3.2-WM",
          "3.7-WM", "4-WM");
  private static final Set<String> FOURTH =
      Set.of("RR", "1.0", "1.5", "1.7", "2.1", "2.5", "2.7", "3.1", "3.5", "3.7", "4");
  private static final String BIOMEDICALLY_ENHANCED = "3.7-BIO";
  private static final Pattern CO_OCCURRING_ENHANCED = Pattern.compile("-COE$");

  private AsamLevel() {}

  /** Whether that edition has that level, such as {@code 3.7-BIO} of the fourth. */
  static boolean exists(int edition, String level) {
    return switch (edition) {
      case 3 -> THIRD.contains(level);
      case 4 ->
          level.equals(BIOMEDICALLY_ENHANCED)
              || FOURTH.contains(CO_OCCURRING_ENHANCED.matcher(level).replaceFirst(""));
      default -> false;
    };
  }
}
