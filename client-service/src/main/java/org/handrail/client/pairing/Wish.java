package org.handrail.client.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.handrail.client.specialist.Specialist;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client would like to walk with. It looks at what specialists offer, never at what the
 * client is like (R18).
 */
record Wish(
    List<String> languages,
    List<String> cultures,
    @Nullable String gender,
    List<String> livedExperience) {
  Wish {
    languages = List.copyOf(languages);
    cultures = List.copyOf(cultures);
    livedExperience = List.copyOf(livedExperience);
  }

  /** Whether it picks people by a trait by which only a client may pick (V5). */
  boolean usesProtectedTraits() {
    return gender != null || !cultures.isEmpty();
  }

  /** What of it a specialist offers, such as {@code language:es}. */
  List<String> fits(Specialist specialist) {
    var fits = new ArrayList<String>();
    languages.stream()
        .filter(
            wanted ->
                specialist.entry().languages().stream().anyMatch(it -> sameLanguage(it, wanted)))
        .forEach(it -> fits.add("language:" + it));
    cultures.stream()
        .filter(specialist.offers().cultures()::contains)
        .forEach(it -> fits.add("culture:" + it));
    if (gender != null && gender.equals(specialist.offers().gender())) {
      fits.add("gender:" + gender);
    }
    livedExperience.stream()
        .filter(specialist.offers().livedExperience()::contains)
        .forEach(it -> fits.add("lived-experience:" + it));
    return List.copyOf(fits);
  }

  // Who wants Spanish is well served by es-MX.
  private static boolean sameLanguage(String spoken, String wanted) {
    return Locale.forLanguageTag(spoken)
        .getLanguage()
        .equals(Locale.forLanguageTag(wanted).getLanguage());
  }
}
