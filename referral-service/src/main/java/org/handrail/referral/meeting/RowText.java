package org.handrail.referral.meeting;

import java.util.regex.Pattern;
import org.handrail.referral.directory.PlainText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The fields of one row, by the names of the Meeting Guide format. */
final class RowText {
  // What a spreadsheet would run when somebody opens a list in one.
  private static final Pattern FORMULA = Pattern.compile("^[=\\uFF1D][\\s=@+\\-\\uFF1D]*");

  // After another sign it does so where a cell, a function, a program or a sum follows.
  private static final Pattern SIGNED_FORMULA =
      Pattern.compile(
          "(?s)^[@+\\-\\uFF0B\\uFF0D\\uFF20][\\s=@+\\-\\uFF0B\\uFF0D\\uFF1D\\uFF20]*"
              + "(?=.*(?:\\w\\s*\\(|!['$\\w]|[|={]|\\w\\[|\\$[A-Za-z]|[A-Za-z]\\$)"
              + "|(?:[A-Za-z]{1,3}+\\d{1,7}+|[\\d.,:()\\s+*/^%&-])++$)");

  private final JsonNode row;
  private final Dialect dialect;
  private final Remark.OfRow remarks;

  RowText(JsonNode row, Dialect dialect, Remark.OfRow remarks) {
    this.row = row;
    this.dialect = dialect;
    this.remarks = remarks;
  }

  Dialect dialect() {
    return dialect;
  }

  /** As the file has it; missing where it has none. */
  JsonNode node(String field) {
    return dialect.name(field).map(row::path).orElseGet(MissingNode::getInstance);
  }

  /** What the file calls the field. */
  String name(String field) {
    return dialect.name(field).orElse(field);
  }

  void note(String field, String code, String detail) {
    remarks.note(name(field), code, detail);
  }

  Unusable unusable(String field, String code, String detail) {
    return new Unusable(name(field), code, detail);
  }

  /** Whether the list itself says that it does not show the row. */
  boolean isUnpublished() {
    String published = raw("published");
    return "0".equals(published) || "false".equalsIgnoreCase(published);
  }

  /** Without markup, formulas and blanks; numbers as text. */
  @Nullable String text(String field) {
    String raw = raw(field);
    return raw == null ? null : clean(field, raw);
  }

  /** The same of what is a part of the field. */
  @Nullable String clean(String field, String raw) {
    PlainText plain = PlainText.of(raw);
    for (String change : plain.changes()) {
      note(field, change, "the rest was kept");
    }
    String text = plain.text();
    if (text == null) {
      return null;
    }
    String harmless = harmless(text);
    if (!harmless.equals(text)) {
      note(field, "formula-removed", "the rest was kept as text");
    }
    return harmless.isEmpty() ? null : harmless;
  }

  private static String harmless(String text) {
    String left = FORMULA.matcher(text).replaceFirst("");
    return SIGNED_FORMULA.matcher(left).replaceFirst("").strip();
  }

  /** As it stands, for what is read strictly anyway. */
  @Nullable String raw(String field) {
    JsonNode node = node(field);
    if (node.isContainer()) {
      note(field, "wrong-type", "expected text; the field was left out");
      return null;
    }
    String text = node.isNull() || node.isMissingNode() ? "" : node.asString("").strip();
    return text.isEmpty() ? null : text;
  }
}
