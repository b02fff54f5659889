package org.handrail.referral.directory;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Languages by their codes of ISO 639: one has a code of two letters, one or two of three, and
 * names; sources write now this, now that.
 */
public final class Languages {
  // Of ISO 639-2, for libraries; the others are the same for everybody.
  private static final Map<String, String> BIBLIOGRAPHIC =
      Map.ofEntries(
          Map.entry("alb", "sq"),
          Map.entry("arm", "hy"),
          Map.entry("baq", "eu"),
          Map.entry("bur", "my"),
          Map.entry("chi", "zh"),
          Map.entry("cze", "cs"),
          Map.entry("dut", "nl"),
          Map.entry("fre", "fr"),
          Map.entry("geo", "ka"),
          Map.entry("ger", "de"),
          Map.entry("gre", "el"),
          Map.entry("ice", "is"),
          Map.entry("mac", "mk"),
          Map.entry("mao", "mi"),
          Map.entry("may", "ms"),
          Map.entry("per", "fa"),
          Map.entry("rum", "ro"),
          Map.entry("slo", "sk"),
          Map.entry("tib", "bo"),
          Map.entry("wel", "cy"));
  // American Sign Language has none of two letters.
  private static final String SIGNED = "ase";
  // Nobody who speaks Norwegian looks for one of its two ways of writing.
  private static final Map<String, String> WRITTEN = Map.of("nb", "no", "nn", "no");
  private static final String NO_CODE = "";

  /** What a language is called, in lower case, and its code. */
  private static final Map<String, String> CALLED = called();

  private static final Set<String> KNOWN = Set.copyOf(CALLED.values());

  private Languages() {}

  /**
   * The code for a code, of two letters where there is one, whatever it says of a region or a
   * script; or for a name that is exactly the English one or the language's own. Of the thousands
   * of codes of three letters the form alone is looked at: a language that we do not know is spoken
   * all the same. Null where it is neither.
   */
  public static @Nullable String code(String text) {
    String said = text.strip().toLowerCase(Locale.ROOT);
    String tag = said.matches("[a-z]{2,3}([-_][a-z0-9]{2,8})*") ? said.split("[-_]", 2)[0] : said;
    String code = CALLED.get(tag);
    return code == null && tag.matches("[a-z]{3}") ? tag : code;
  }

  /**
   * Whether a language is spoken where these are, by codes or names. Of one that we do not know
   * nobody can tell that it is another.
   */
  public static Fit spoken(String wished, Collection<String> there) {
    String code = code(wished);
    if (code == null || there.isEmpty()) {
      return Fit.UNKNOWN;
    }
    Set<String> codes =
        there.stream().map(said -> requireNonNullElse(code(said), NO_CODE)).collect(toSet());
    if (codes.contains(code)) {
      return Fit.YES;
    }
    return KNOWN.contains(code) && KNOWN.containsAll(codes) ? Fit.NO : Fit.UNKNOWN;
  }

  /** What languages are called and their codes, each in an array of its own. */
  public static String[][] columns() {
    String[] names = CALLED.keySet().toArray(String[]::new);
    return new String[][] {names, Arrays.stream(names).map(CALLED::get).toArray(String[]::new)};
  }

  private static Map<String, String> called() {
    var called = new HashMap<>(BIBLIOGRAPHIC);
    // As it is called in short; the language of which that is the code nobody here means.
    called.put("asl", SIGNED);
    Stream.concat(Arrays.stream(Locale.getISOLanguages()), Stream.of(SIGNED))
        .forEach(
            code -> {
              Locale locale = Locale.of(code);
              String language = locale.getLanguage();
              String one = WRITTEN.getOrDefault(language, language);
              Stream.of(
                      code,
                      ofThreeLetters(locale),
                      locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                      locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT))
                  .forEach(name -> called.putIfAbsent(name, one));
            });
    return Map.copyOf(called);
  }

  private static String ofThreeLetters(Locale locale) {
    try {
      return locale.getISO3Language();
    } catch (MissingResourceException e) {
      // Some codes of two letters were withdrawn before there were others.
      return locale.getLanguage();
    }
  }
}
