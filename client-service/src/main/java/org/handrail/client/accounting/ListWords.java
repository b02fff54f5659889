package org.handrail.client.accounting;

import java.util.List;
import java.util.Map;
import org.handrail.client.paper.Spoken;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The words of a list on paper, by language. */
@ConfigurationProperties("handrail")
record ListWords(Map<String, Words> listWords) {

  /**
   * The words of one language, with gaps in braces.
   *
   * @param codes what was told, why, and what stood against it, where the code does not say it
   */
  record Words(
      String accounting,
      String intermediaryList,
      String period,
      String nothing,
      String parties,
      String through,
      String what,
      String why,
      String consentOf,
      String consent,
      String notTold,
      @DefaultValue Map<String, String> codes) {
    Words {
      codes = Map.copyOf(codes);
    }

    String title(ListKind kind) {
      return switch (kind) {
        case ACCOUNTING -> accounting;
        case INTERMEDIARY_LIST -> intermediaryList;
      };
    }

    /** A code, or a word of the list on the screen. */
    String code(String code) {
      return codes.getOrDefault(code.replace(' ', '-'), code.replace('-', ' '));
    }
  }

  /** In the first of these languages that there are words in, else in English. */
  Spoken<Words> in(List<String> languages) {
    return Spoken.in(listWords, languages);
  }
}
