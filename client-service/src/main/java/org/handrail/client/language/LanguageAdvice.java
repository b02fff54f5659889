package org.handrail.client.language;

import static java.util.Comparator.comparingInt;
import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks over what a specialist wrote and says which words may hurt (PRS-SCOPE-2). It only advises:
 * no text is changed, none is refused, and what stands in quotation marks is somebody's own word.
 */
@Component
public class LanguageAdvice {
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|“[^”]*”|«[^»]*»");

  private final List<Rule> rules;

  LanguageAdvice(LanguageTerms terms) {
    var words =
        terms.words().stream()
            .flatMap(each -> each.terms().stream().map(term -> new Rule(word(term), each.say())));
    var signs =
        terms.signs().stream()
            .map(each -> new Rule(Pattern.compile(each.pattern(), CASE_INSENSITIVE), each.say()));
    rules = Stream.concat(words, signs).toList();
  }

  private record Rule(Pattern pattern, String say) {}

  private record Found(int from, int to, String say) {
    int length() {
      return to - from;
    }
  }

  /** What to say of a text, in the order of its words; of words within words the longest. */
  public List<Advice> on(String pointer, @Nullable String text) {
    if (text == null) {
      return List.of();
    }
    var advice = new ArrayList<Advice>();
    var end = 0;
    for (var found : all(withoutQuotes(text))) {
      if (found.from() >= end) {
        advice.add(new Advice(pointer, text.substring(found.from(), found.to()), found.say()));
        end = found.to();
      }
    }
    return advice;
  }

  private List<Found> all(String text) {
    return rules.stream()
        .flatMap(
            rule ->
                rule.pattern()
                    .matcher(text)
                    .results()
                    .map(match -> new Found(match.start(), match.end(), rule.say())))
        .sorted(comparingInt(Found::from).thenComparing(comparingInt(Found::length).reversed()))
        .toList();
  }

  // Blanks of the same length, so that places stay what they are.
  private static String withoutQuotes(String text) {
    return QUOTED.matcher(text).replaceAll(quote -> " ".repeat(quote.group().length()));
  }

  private static Pattern word(String term) {
    var parts =
        Arrays.stream(term.strip().split("[\\s-]+", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[\\s-]+"));
    var last = term.endsWith("y") ? "(?:" + parts + "|" + ies(parts) + ")" : parts;
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + last + "(?:['’]s|es|s)?(?![\\p{L}\\p{N}])",
        CASE_INSENSITIVE | UNICODE_CASE);
  }

  // The quoted text ends in y\E.
  private static String ies(String quoted) {
    return quoted.substring(0, quoted.length() - "y\\E".length()) + "ies\\E";
  }
}
