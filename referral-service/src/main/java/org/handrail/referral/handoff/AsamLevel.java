package org.handrail.referral.handoff;

import java.util.Set;

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
  // Enhanced for co-occurring conditions are those where their treatment has the intensity for it:
  // whoever needs more than 2.1 or 3.1 has goes to 2.5 or 3.5, and 4 has it anyway.
  private static final Set<String> FOURTH_ENHANCED =
      Set.of("1.5-COE", "1.7-COE", "2.5-COE", "2.7-COE", "3.5-COE", "3.7-COE", "3.7-BIO");

  private AsamLevel() {}

  /** Whether that edition has that level, such as {@code 3.7-BIO} of the fourth. */
  static boolean exists(int edition, String level) {
    return switch (edition) {
      case 3 -> THIRD.contains(level);
      case 4 -> FOURTH.contains(level) || FOURTH_ENHANCED.contains(level);
      default -> false;
    };
  }
}
