package org.handrail.client.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.handrail.client.Configured;
import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.api.Test;

class LanguageAdviceTest {
  private final LanguageTerms terms =
      Configured.as(LanguageTerms.class, "handrail.language", "language/terms.yaml");
  private final LanguageAdvice advice = new LanguageAdvice(terms);

  @Test
  @Proves("PRS-SCOPE-2")
  void seesCodesDosesAndDiagnoses() {
    assertThat(found("He was diagnosed with F11.20 and takes 40 mg, then 7.5mg"))
        .containsExactly("diagnosed", "F11.20", "40 mg", "7.5mg");
    assertThat(found("Form F1120, room F11, 40 miles, F21.1")).isEmpty();
  }

  @Test
  @Proves("PRS-SCOPE-2")
  void seesWordsThatHurtInAnyCaseAndNumber() {
    assertThat(found("Addicts, an ADDICT's home; two junkies"))
        .containsExactly("Addicts", "ADDICT's", "junkies");
    assertThat(found("frequent   flyers, drug-seeking, Drug Seeking, non-compliant"))
        .containsExactly("frequent   flyers", "drug-seeking", "Drug Seeking", "non-compliant");
  }

  @Test
  void seesWholeWordsOnly() {
    assertThat(found("She talks of addiction, cleaning, abuser-free vicenza and reuse")).isEmpty();
    assertThat(found("a preaddict and addictés")).isEmpty();
  }

  @Test
  void ofWordsWithinWordsTheLongestCounts() {
    assertThat(advice.on("/text", "a drug abuser and a former addict"))
        .extracting(Advice::term)
        .containsExactly("drug abuser", "former addict");
  }

  @Test
  void saysWhereAndWhatInstead() {
    assertThat(advice.on("/whatWeDid", "He fell off the wagon"))
        .containsExactly(new Advice("/whatWeDid", "fell off the wagon", "returned to use"));
    assertThat(advice.on("/text", null)).isEmpty();
  }

  @Test
  @Proves("PRS-SCOPE-2")
  void leavesQuotedWordsToWhoSaidThem() {
    assertThat(found("She said \"I am an addict\" and “I feel dirty”, «clean»")).isEmpty();
    assertThat(found("An addict said \"I am an addict\"")).containsExactly("addict");
    assertThat(found("An unfinished \"addict")).containsExactly("addict");
  }

  @Test
  void knowsEveryWordOfItsList() {
    for (var words : terms.words()) {
      for (var term : words.terms()) {
        assertThat(found("x " + term + ".")).as(term).hasSize(1);
        assertThat(found(term.toUpperCase(Locale.ROOT))).as(term).hasSize(1);
      }
    }
    assertThat(terms.version()).isNotBlank();
  }

  /** Whatever is written: what is advised on stands there to the letter, outside of quotes. */
  @Test
  @Proves("PRS-SCOPE-2")
  void neverEdits() {
    var random = new SplittableRandom(20261123);
    var words = terms.words().stream().flatMap(each -> each.terms().stream()).toList();
    for (int round = 0; round < 2000; round++) {
      var text = text(random, words);
      var copy = new String(text.toCharArray());
      var at = 0;
      for (var each : advice.on("/text", text)) {
        var where = text.indexOf(each.term(), at);
        assertThat(where).as(text).isGreaterThanOrEqualTo(at);
        at = where + each.term().length();
        assertThat(each.suggestion()).isNotBlank();
      }
      assertThat(text).isEqualTo(copy);
      assertThat(found("\"" + text.replace("\"", "") + "\"")).as(text).isEmpty();
    }
  }

  private static String text(SplittableRandom random, List<String> words) {
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append(words.get(random.nextInt(words.size())));
        case 1 -> text.append(words.get(random.nextInt(words.size())).toUpperCase(Locale.ROOT));
        case 2 -> text.append(random.nextBoolean() ? "F11.20" : "12 mg");
        default -> text.appendCodePoint(0x20 + random.nextInt(0x2FF));
      }
      text.append(random.nextBoolean() ? " " : random.nextBoolean() ? "\n" : "-");
    }
    return text.toString();
  }

  private List<String> found(String text) {
    return advice.on("/text", text).stream().map(Advice::term).toList();
  }
}
