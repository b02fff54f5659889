package org.handrail.client.consent.paper;

import org.handrail.client.paper.Hash;

/**
 * The text that the client had before them when they signed, and its hash; kept as it was
 * (P2-CON-4).
 *
 * @param template which text, in which version and language, such as {@code consent-es-3}
 */
public record ConsentPaper(String template, String text, Hash hash) {
  /** In which language the text is written, as BCP 47 has it. */
  public String language() {
    return template.split("-", 3)[1];
  }

  static ConsentPaper of(String template, String text) {
    return new ConsentPaper(template, text, Hash.of(text));
  }
}
