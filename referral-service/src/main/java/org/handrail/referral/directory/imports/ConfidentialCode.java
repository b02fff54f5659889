package org.handrail.referral.directory.imports;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handrail.referral.directory.PlainText;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/**
 * The word by which a source says that nobody may know where a place is: {@code
 * confidential-location}, in whatever case and form of its letters (Unicode's NFKC) and with
 * whatever stands between them. Who writes it with a space means it no less.
 */
final class ConfidentialCode {
  /** As it is compared: letters and digits only. */
  static final String BARE = "confidentiallocation";

  /** Some characters are several letters in one. */
  private static final int SHORTEST = BARE.length() / 4;

  /** Of a place alone: who says it of a service may mean that it keeps secrets. */
  private static final Set<String> BARE_OF_PLACES = Set.of("confidential", "isconfidential");

  private static final Set<Kind> PLACES =
      EnumSet.of(Kind.LOCATION, Kind.ADDRESS, Kind.SERVICE_AT_LOCATION);

  /** In whose fields nothing else can be meant by the very word. */
  private static final Set<Kind> OF_PLACES =
      EnumSet.of(Kind.LOCATION, Kind.ADDRESS, Kind.SERVICE_AT_LOCATION, Kind.ACCESSIBILITY);

  private static final Set<String> NO = Set.of("", "false", "no", "none", "n", "f", "0", "off");

  private ConfidentialCode() {}

  static boolean is(@Nullable String text) {
    return text != null && text.length() >= SHORTEST && bare(text).equals(BARE);
  }

  private static String bare(String text) {
    return Normalizer.normalize(HtmlUtils.htmlUnescape(text), Normalizer.Form.NFKC)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .toLowerCase(Locale.ROOT);
  }

  /** The same of a column of text; to be given the column. */
  static String inSql(String column) {
    return "regexp_replace(lower(normalize(%s, NFKC)), '[^[:alnum:]]', '', 'g')".formatted(column);
  }

  /**
   * Whether any text there says that, as it stands or once it is cleaned as the file's other texts
   * are; or a field that is called so, and not answered with a no.
   */
  static boolean isIn(JsonNode node) {
    Deque<JsonNode> rest = new ArrayDeque<>(List.of(node));
    while (!rest.isEmpty()) {
      JsonNode next = rest.pop();
      if (saysIt(next) || next.propertyStream().anyMatch(ConfidentialCode::isAnswered)) {
        return true;
      }
      next.valueStream().forEach(rest::push);
    }
    return false;
  }

  /** Whether a field is called so, and is not answered with a no. */
  private static boolean isAnswered(Map.Entry<String, JsonNode> field) {
    return is(field.getKey()) && isNotDenied(field);
  }

  /** The same in a row of that kind; of a place it need not say of what. */
  static boolean isAnswered(Kind kind, Map.Entry<String, JsonNode> field) {
    return (is(field.getKey())
            || (PLACES.contains(kind) && BARE_OF_PLACES.contains(bare(field.getKey()))))
        && isNotDenied(field);
  }

  /** Whether a field that HSDS has of a place, or of a part of it, holds the word alone. */
  static boolean isSaid(Kind kind, Map.Entry<String, JsonNode> field) {
    return OF_PLACES.contains(kind) && !field.getKey().endsWith("_id") && isIn(field.getValue());
  }

  private static boolean isNotDenied(Map.Entry<String, JsonNode> field) {
    return !NO.contains(field.getValue().asString("").strip().toLowerCase(Locale.ROOT))
        && !(field.getValue().isContainer() && field.getValue().isEmpty());
  }

  private static boolean saysIt(JsonNode node) {
    if (!node.isString()) {
      return false;
    }
    String text = node.stringValue();
    boolean marked = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
    return is(text) || (marked && is(PlainText.of(text).text()));
  }
}
