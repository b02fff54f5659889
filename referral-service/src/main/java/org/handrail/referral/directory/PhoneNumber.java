package org.handrail.referral.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number that can be dialled: E.164, or a short code such as 988.
 *
 * @param extension digits to dial afterwards
 */
public record PhoneNumber(String number, @Nullable String extension) {
  private static final Pattern EXTENSION =
      Pattern.compile("(?i)[,;\\s]*(?:ext\\.?|extension|x|#)\\s*(\\d{1,6})\\W*$");
  private static final String KEYPAD = "22233344455566677778889999";

  /** Numbers without a country code are of North America, where the coalition is. */
  public static Optional<PhoneNumber> of(String raw) {
    String rest = raw.strip();
    String extension = null;
    Matcher matcher = EXTENSION.matcher(rest);
    if (matcher.find()) {
      extension = matcher.group(1);
      rest = rest.substring(0, matcher.start());
    }
    boolean international = rest.replaceAll("[^+0-9]", "").startsWith("+");
    String digits = digits(rest);
    if (digits == null) {
      return Optional.empty();
    }
    String number = number(digits, international);
    return number == null ? Optional.empty() : Optional.of(new PhoneNumber(number, extension));
  }

  private static @Nullable String number(String digits, boolean international) {
    if (international) {
      return digits.length() >= 8 && digits.length() <= 15 ? "+" + digits : null;
    }
    return switch (digits.length()) {
      case 3 -> digits.endsWith("11") || digits.equals("988") ? digits : null;
      case 10 -> digits.charAt(0) >= '2' ? "+1" + digits : null;
      case 11 -> digits.charAt(0) == '1' ? "+" + digits : null;
      default -> null;
    };
  }

  // Letters stand for keys only after the number has begun: 1-800-555-HELP, but not "call us".
  private static @Nullable String digits(String text) {
    var digits = new StringBuilder();
    for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        if (digits.length() < 4) {
          return null;
        }
        digits.append(KEYPAD.charAt(c - 'A'));
      } else if ("+()-. /\"'\u00a0\u2010\u2011\u2013\t".indexOf(c) < 0) {
        return null;
      }
    }
    return digits.toString();
  }
}
