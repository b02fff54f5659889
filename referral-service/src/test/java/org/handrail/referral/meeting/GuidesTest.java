package org.handrail.referral.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.http.Codes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuidesTest {
  private final Guides guides = new Guides();

  @Proves("C11")
  @ParameterizedTest
  @EnumSource
  void tellsOfEveryFellowshipInBothLanguagesWhatNobodyHasToDo(Fellowship fellowship) {
    Guide english = guides.of(fellowship, "en");
    Guide spanish = guides.of(fellowship, "es");

    assertThat(String.join(" ", english.youNeedNot()))
        .contains("need not speak", "need not give money", "need not say your name");
    assertThat(String.join(" ", spanish.youNeedNot()))
        .contains("No tiene que hablar", "No tiene que dar dinero", "No tiene que decir su nombre");
    assertThat(List.of(english, spanish))
        .allSatisfy(
            guide -> {
              assertThat(guide.version()).matches("[a-z-]+-20\\d\\d-\\d+-\\d+");
              assertThat(guide.whatHappens()).hasSizeGreaterThanOrEqualTo(4);
              assertThat(guide.roles()).isNotEmpty();
              assertThat(guide.customs()).isNotEmpty();
              assertThat(guide.openAndClosed()).isNotEmpty();
              assertThat(guide.etiquette()).isNotEmpty();
              assertThat(guide.words()).isNotEmpty();
            });
    assertThat(guides.own(fellowship, "en") == null)
        .isEqualTo(guides.own(fellowship, "es") == null);
  }

  @Proves("C11")
  @ParameterizedTest
  @EnumSource(
      names = {"AA", "NA", "AL_ANON", "SMART", "RECOVERY_DHARMA", "LIFERING", "WFS", "SECULAR"})
  void hasOneOfTheirOwnForThoseThatAreCommon(Fellowship fellowship) {
    for (String language : Guides.LANGUAGES) {
      Guide own = guides.of(fellowship, language);
      Guide general = guides.of(Fellowship.OTHER, language);

      assertThat(guides.own(fellowship, language)).isEqualTo(own);
      assertThat(own.version()).startsWith(Codes.of(fellowship) + "-");
      assertThat(own.about()).isNotEqualTo(general.about());
      assertThat(own.whatHappens()).isNotEqualTo(general.whatHappens());
      assertThat(own.words()).isNotEqualTo(general.words());
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"AA", "NA", "AL_ANON", "SMART", "RECOVERY_DHARMA", "LIFERING", "WFS", "SECULAR"})
  void tellsOfAllOthersWhatHoldsForAnyAndSaysThatItIsNotTheirOwn(Fellowship fellowship) {
    for (String language : Guides.LANGUAGES) {
      assertThat(guides.own(fellowship, language)).isNull();
      assertThat(guides.of(fellowship, language).version()).startsWith("any-");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void isPlainAndRecruitsNobody(String language) {
    for (Fellowship fellowship : Fellowship.values()) {
      Guide guide = guides.of(fellowship, language);
      String all = String.join(" ", sentences(guide).toList());
      assertThat(all.toLowerCase(Locale.ROOT))
          .doesNotContain(
              "you must",
              "you should",
              "the best",
              "the only way",
              "works if",
              "join us",
              "debe ",
              "el mejor",
              "la única",
              "únase");
      List<String> each =
          Stream.of(all.split("(?<=[.?!:;])\\s+", -1)).filter(s -> !s.isBlank()).toList();
      double words =
          each.stream().mapToInt(s -> s.split("\\s+", -1).length).average().orElseThrow();
      assertThat(words).as(guide.version()).isLessThan(11);
      assertThat(each).as(guide.version()).allMatch(s -> s.split("\\s+", -1).length <= 24);
      if (language.equals("en")) {
        assertThat(grade(all, each.size())).as(guide.version()).isLessThan(6);
      }
    }
  }

  /** Flesch-Kincaid; syllables as groups of vowels. */
  private static double grade(String text, int sentences) {
    String[] words = text.split("\\s+", -1);
    int syllables = 0;
    for (String word : words) {
      String bare = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").replaceAll("e$", "");
      syllables += Math.max(1, bare.split("[aeiouy]+", -1).length - 1);
    }
    return 0.39 * words.length / sentences + 11.8 * syllables / words.length - 15.59;
  }

  private static Stream<String> sentences(Guide guide) {
    return Stream.of(
            Stream.of(guide.about()),
            guide.whatHappens().stream(),
            guide.roles().stream().map(role -> role.means() + "."),
            guide.customs().stream(),
            guide.youNeedNot().stream(),
            guide.openAndClosed().stream(),
            guide.etiquette().stream(),
            guide.words().stream().map(word -> word.means() + "."))
        .flatMap(each -> each);
  }
}
