package org.handrail.referral.directory;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a postal code, or a state, can be one of its country, and which area a code names. */
public final class PostalCode {
  // Publication 28 of the Postal Service, appendix B: states, territories and military posts.
  private static final Set<String> STATES =
      Set.of(
          ("AL AK AS AZ AR CA CO CT DE DC FM FL GA GU HI ID IL IN IA KS KY LA ME MH MD MA MI MN MS"
                  + " MO MT NE NV NH NJ NM NY NC ND MP OH OK OR PW PA PR RI SC SD TN TX UT VT VI VA"
                  + " WA WV WI WY AA AE AP")
              .split(" ", -1));

  private static final Pattern ZIP_PLUS_4 = Pattern.compile("(\\d{5})[- ]?\\d{4}");

  private PostalCode() {}

  /**
   * The area in which it is: of a ZIP Code with the four digits of a side of a street, the five.
   */
  public static String area(String code) {
    Matcher matcher = ZIP_PLUS_4.matcher(code);
    return matcher.matches() ? matcher.group(1) : code;
  }

  /** Whether it can be a state of the United States: one in two letters is a code. */
  public static boolean canBeState(String state) {
    String text = state.toUpperCase(Locale.ROOT);
    return !text.matches("[A-Z]{2}") || STATES.contains(text);
  }

  /**
   * Judges it by what is known of the country's codes; of most no more than what all have in
   * common.
   *
   * @param country ISO 3166-1, two letters; absent where the address names none
   */
  public static boolean canBe(String code, @Nullable String country) {
    String text = code.toUpperCase(Locale.ROOT);
    return switch (country) {
      case "US", "PR" -> text.matches("(?!00000)\\d{5}([- ]?\\d{4})?");
      case "CA" -> text.matches("[A-Z]\\d[A-Z] ?\\d[A-Z]\\d");
      case "MX" -> text.matches("\\d{5}");
      case null, default -> text.matches("(?=.*\\d)[A-Z0-9][A-Z0-9 -]{1,10}[A-Z0-9]");
    };
  }
}
