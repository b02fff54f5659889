package org.handrail.referral.directory.imports;

import java.util.Locale;
import org.handrail.referral.directory.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/**
 * The word by which a source says that nobody may know where a place is: {@code
 * confidential-location}, in whatever case and with whatever stands between the letters. Who writes
 * it with a space means it no less.
 */
final class ConfidentialCode {
  /** As it is compared: letters and digits only. */
  static final String BARE = "confidentiallocation";

  private ConfidentialCode() {}

  static boolean is(@Nullable String text) {
    return text != null
        && text.length() >= BARE.length()
        && HtmlUtils.htmlUnescape(text)
            .replaceAll("[^\\p{L}\\p{N}]", "")
            .toLowerCase(Locale.ROOT)
            .equals(BARE);
  }

  /**
   * Whether any text there says that, as it stands or once it is cleaned as the file's other texts
   * are.
   */
  static boolean isIn(JsonNode node) {
    if (node.isString()) {
      String text = node.stringValue();
      boolean marked = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
      return is(text) || (marked && is(PlainText.of(text).text()));
    }
    return node.valueStream().anyMatch(ConfidentialCode::isIn);
  }
}
