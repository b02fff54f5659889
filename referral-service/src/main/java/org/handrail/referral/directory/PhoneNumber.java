package org.handrail.referral.directory;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
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
  // Neither an area's code nor what follows begins with 0 or 1: those lead out of the local net.
  private static final Pattern NORTH_AMERICAN = Pattern.compile("1?([2-9]\\d\\d[2-9]\\d{6})");
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
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
    if (international && !digits.startsWith("1")) {
      return NUMBERS.isPossibleNumber("+" + digits, null) ? "+" + digits : null;
    }
    if (!international && digits.length() == 3) {
      return digits.matches("[2-9]11|988") ? digits : null;
    }
    Matcher matcher = NORTH_AMERICAN.matcher(digits);
    return matcher.matches() && (!international || digits.length() == 11)
        ? "+1" + matcher.group(1)
        : null;
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
