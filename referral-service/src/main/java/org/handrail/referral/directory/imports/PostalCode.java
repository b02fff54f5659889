package org.handrail.referral.directory.imports;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a postal code can be one of its country. */
final class PostalCode {
  private PostalCode() {}

  /**
   * Judges it by what is known of the country's codes; of most no more than what all have in
   * common.
   *
   * @param country ISO 3166-1, two letters; absent where the address names none
   */
  static boolean canBe(String code, @Nullable String country) {
    String text = code.toUpperCase(Locale.ROOT);
    return switch (country) {
      case "US", "PR" -> text.matches("(?!00000)\\d{5}([- ]?\\d{4})?");
      case "CA" -> text.matches("[A-Z]\\d[A-Z] ?\\d[A-Z]\\d");
      case "MX" -> text.matches("\\d{5}");
      case null, default -> text.matches("(?=.*\\d)[A-Z0-9][A-Z0-9 -]{1,10}[A-Z0-9]");
    };
  }
}
