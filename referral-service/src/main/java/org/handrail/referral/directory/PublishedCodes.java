package org.handrail.referral.directory;

import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Codes of languages, countries and currencies that a standard has published. */
public final class PublishedCodes {
  private static final Map<String, String> COUNTRIES = countries();
  private static final Set<String> CURRENCIES =
      Arrays.stream(Locale.getISOCountries())
          .map(code -> Currency.getInstance(Locale.of("", code)))
          .filter(Objects::nonNull)
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toSet());

  private PublishedCodes() {}

  /**
   * The code of ISO 639 in lower case as the source has it, of two letters or three, without what a
   * longer tag says of a region or a script; that of a language that is named instead; null where
   * it is none.
   */
  public static @Nullable String language(String text) {
    String code = Languages.code(text);
    String tag = text.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return code != null && tag.matches("[a-z]{2,3}") ? tag : code;
  }

  /** The code of ISO 3166-1 of two letters, also for that of three; null where it is none. */
  public static @Nullable String country(String text) {
    return COUNTRIES.get(text.toUpperCase(Locale.ROOT));
  }

  /**
   * Whether some country pays in such a currency today, by its code of ISO 4217 in whichever case:
   * not what was withdrawn, and not gold, funds or what stands for none.
   */
  public static boolean isCurrency(String text) {
    return CURRENCIES.contains(text.toUpperCase(Locale.ROOT));
  }

  private static Map<String, String> countries() {
    var countries = new HashMap<String, String>();
    for (String code : Locale.getISOCountries()) {
      countries.put(code, code);
      countries.put(Locale.of("", code).getISO3Country(), code);
    }
    return Map.copyOf(countries);
  }
}
