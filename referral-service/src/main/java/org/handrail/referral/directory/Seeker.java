package org.handrail.referral.directory;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What whoever searches chose to say of the person for whom they search. It is of nobody: it comes
 * with the question and goes with the answer.
 *
 * @param age in years, 0 to 130, if it was said
 * @param groups of {@code women}, {@code men}, {@code veterans}, {@code pregnant}
 * @param medications of {@code methadone}, {@code buprenorphine}, {@code naltrexone}
 */
public record Seeker(@Nullable Integer age, Set<String> groups, Set<String> medications) {
  /** A word for a group or a medication. */
  public static final String GROUP_OR_MEDICATION =
      "women|men|veterans|pregnant|moud:(methadone|buprenorphine|naltrexone)";

  private static final int OLDEST = 130;
  private static final String MEDICATION = "moud:";

  /**
   * Of words as in {@code age:34,veterans,moud:methadone}; empty when one is not understood, or
   * more than one age is said.
   */
  public static Optional<Seeker> of(List<String> words) {
    Integer age = null;
    Set<String> groups = new HashSet<>();
    Set<String> medications = new HashSet<>();
    for (String raw : words) {
      String word = raw.strip().toLowerCase(Locale.ROOT);
      if (age == null
          && word.matches("age:\\d{1,3}")
          && Integer.parseInt(word.substring(4)) <= OLDEST) {
        age = Integer.valueOf(word.substring(4));
      } else if (word.matches(GROUP_OR_MEDICATION)) {
        if (word.startsWith(MEDICATION)) {
          medications.add(word.substring(MEDICATION.length()));
        } else {
          groups.add(word);
        }
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Seeker(age, groups, medications));
  }

  public boolean saysNothing() {
    return age == null && groups.isEmpty() && medications.isEmpty();
  }
}
