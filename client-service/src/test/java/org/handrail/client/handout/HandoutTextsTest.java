package org.handrail.client.handout;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The words that clients are given: all that the law asks for, and plain. */
class HandoutTextsTest {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}’'-]*");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

  /** A version of a handout in one language. */
  record Written(HandoutKind kind, Edition edition, String language) {
    String text() {
      var text = edition.in(language);
      var words = new StringBuilder(text.title()).append(". ");
      text.parts()
          .forEach(
              part -> words.append(part.heading()).append(". ").append(part.text()).append(' '));
      return words.toString();
    }

    @Override
    public String toString() {
      return kind + " " + edition.version() + " " + language;
    }
  }

  /** As those read who left school early: U.S. grade 6 at most, by Flesch and Kincaid's formula. */
  @ParameterizedTest
  @MethodSource("inEnglish")
  @Proves("V11")
  void isPlainToRead(Written handout) {
    assertThat(grade(handout.text())).isLessThan(6.0);
  }

  @Test
  void theMeasureTellsPlainWordsFromOthers() {
    assertThat(grade("You can stop when you want to. We do not ask you why.")).isLessThan(3);
    assertThat(
            grade(
                "Participation is contingent upon acknowledgment of the organization's"
                    + " confidentiality obligations, notwithstanding applicable regulatory"
                    + " exceptions."))
        .isGreaterThan(15);
  }

  /** 42 CFR 2.22(b)(1). */
  @Test
  @Proves("P2-NPP-1")
  void theNoticeSaysAllThatTheLawAsksFor() {
    var notice = newest(HandoutKind.NOTICE);
    assertThat(notice.in("en").title()).isEqualTo("Notice of Privacy Practices of {agency}");
    assertThat(words(notice, "en"))
        .contains(
            "how health information about you may be used and disclosed",
            "your rights with respect to your health information",
            "how to file a complaint concerning a violation of the privacy or security",
            "{contact}")
        .contains(
            "medical emergency",
            "audit",
            "Research",
            "child",
            "premises",
            "Public health",
            "subpoena")
        .contains("civil, criminal, administrative or legislative")
        .contains("take back", "raise money", "limit what is shared", "health plan")
        .contains(
            "list of whom we told what in the last three years",
            "intermediary",
            "copy of this notice")
        .contains("Our duties", "fell into wrong hands", "Department of Health and Human Services");
  }

  @Test
  void eachLanguageHasAllPartsAndNoTwoVersionsTheSameWords() {
    var texts = new HashSet<String>();
    for (var written : (Iterable<Written>) all()::iterator) {
      assertThat(texts.add(written.text())).as(written.toString()).isTrue();
      var english = written.edition().in("en").parts();
      assertThat(written.edition().in(written.language()).parts()).hasSameSizeAs(english);
    }
  }

  private static String words(Edition edition, String language) {
    return new Written(HandoutKind.NOTICE, edition, language).text();
  }

  private static Edition newest(HandoutKind kind) {
    return all()
        .filter(written -> written.kind() == kind)
        .map(Written::edition)
        .max(comparing(Edition::from))
        .orElseThrow();
  }

  static Stream<Written> inEnglish() {
    return all().filter(written -> written.language().equals("en"));
  }

  private static Stream<Written> all() {
    return Stream.of(HandoutKind.values())
        .flatMap(
            kind ->
                editions(kind).stream()
                    .flatMap(
                        edition ->
                            edition.languages().stream()
                                .map(language -> new Written(kind, edition, language))));
  }

  private static List<Edition> editions(HandoutKind kind) {
    var name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    var environment = new StandardEnvironment();
    try {
      new YamlPropertySourceLoader()
          .load(name, new ClassPathResource("handout/" + name + ".yaml"))
          .forEach(environment.getPropertySources()::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Binder.get(environment)
        .bind("handrail.handouts.editions." + name, Bindable.listOf(Edition.class))
        .get();
  }

  private static double grade(String text) {
    var words = WORD.matcher(text).results().map(word -> word.group()).toList();
    var sentences = Stream.of(text.split("[.!?:;]+")).filter(part -> !part.isBlank()).count();
    var syllables = words.stream().mapToLong(HandoutTextsTest::syllables).sum();
    return 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
  }

  private static long syllables(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    var vowels = VOWELS.matcher(lower).results().count();
    var silent = (lower.endsWith("e") && !lower.endsWith("le")) || lower.endsWith("ed");
    return Math.max(1, silent ? vowels - 1 : vowels);
  }
}
