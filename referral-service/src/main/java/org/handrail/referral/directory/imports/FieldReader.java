package org.handrail.referral.directory.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handrail.platform.act.ActTimes;
import org.handrail.referral.directory.Addresses;
import org.handrail.referral.directory.PlainText;
import org.handrail.referral.directory.PublishedCodes;
import org.handrail.referral.directory.standard.FieldType;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one field of a row, and reports what it could not take as it stood. */
final class FieldReader {
  private static final Pattern TIME =
      Pattern.compile(
          "(?i)(\\d{1,2}):(\\d{2})(?::[0-5]\\d)?\\s*(?:([ap])(?:\\.?m\\.?)?)?(Z|[+-]\\d\\d:?\\d\\d)?");
  private static final Pattern TIME_OF_DAY =
      Pattern.compile(
          "(?i)[T ]([01]\\d|2[0-3])(:[0-5]\\d){1,2}(\\.\\d{1,9})? ?(Z|[+-]\\d\\d:?\\d\\d)?$");
  private static final Set<String> NAMES = Set.of("name", "alternate_name");
  private static final int LONGEST_NAME = 500;
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "status", Set.of("active", "inactive", "defunct", "temporarily closed"),
          "location_type", Set.of("physical", "postal", "virtual"),
          "address_type", Set.of("physical", "postal", "virtual"),
          "freq", Set.of("weekly", "monthly"),
          "wkst", Set.of("mo", "tu", "we", "th", "fr", "sa", "su"),
          "extent_type", Set.of("geojson", "topojson", "kml", "text"),
          "type", Set.of("text", "voice", "fax", "cell", "video", "pager", "textphone"));

  private final Findings findings;
  private final Instant now;
  private final LocalDate today;
  private final Kind kind;
  private final @Nullable String rowId;
  private final JsonNode row;

  FieldReader(Findings findings, Instant now, Kind kind, @Nullable String rowId, JsonNode row) {
    this.findings = findings;
    this.now = now;
    this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    this.kind = kind;
    this.rowId = rowId;
    this.row = row;
  }

  @Nullable Object read(String name, FieldType type, JsonNode node, String pointer) {
    if (node.isNull() || node.isMissingNode()) {
      return null;
    }
    if (type == FieldType.NUMBER) {
      return number(NumberRange.of(name, today), node, pointer);
    }
    String text = text(node, pointer);
    if (text == null) {
      return null;
    }
    return switch (type) {
      case TEXT, NUMBER -> fitting(name, text, pointer);
      case CODE -> word(name, text, pointer);
      case DATE -> date(name, text, pointer);
      case INSTANT -> instant(text, pointer);
      case TIME -> time(text, pointer);
      case URL ->
          Addresses.isWeb(text) ? text : left(pointer, "url-not-allowed", "not a web address");
      case EMAIL ->
          Addresses.isMail(text)
              ? text
              : left(pointer, "email-unreadable", "not an e-mail address");
      case LANGUAGE_CODE ->
          or(PublishedCodes.language(text), pointer, "language-unknown", "not a code of ISO 639");
      case COUNTRY ->
          or(PublishedCodes.country(text), pointer, "country-unknown", "not a code of ISO 3166-1");
      case CURRENCY ->
          PublishedCodes.isCurrency(text)
              ? text
              : left(pointer, "currency-unknown", "not a code of ISO 4217");
      case DAYS ->
          or(Recurrence.days(text), pointer, "recurrence-unreadable", "expected days as in MO,2TU");
      case NUMBERS ->
          or(
              Recurrence.numbers(name, text),
              pointer,
              "recurrence-unreadable",
              "expected such numbers as in 1,15,-1");
      case TABLE ->
          Kind.ofTable(text).isPresent()
              ? text
              : left(pointer, "unknown-word", "not a table that HSDS has");
    };
  }

  @Nullable String text(JsonNode node, String pointer) {
    if (node.isContainer()) {
      return left(pointer, "wrong-type", "expected text");
    }
    if (!node.isString()) {
      note(pointer, "wrong-type", "expected text; taken as text");
    }
    PlainText plain = PlainText.of(node.isString() ? node.stringValue() : node.toString());
    for (String change : plain.changes()) {
      note(pointer, change, "the rest was kept");
    }
    return plain.text();
  }

  /** What is looked up by its whole is of bounded length. */
  private @Nullable String fitting(String name, String text, String pointer) {
    if (NAMES.contains(name) && text.length() > LONGEST_NAME) {
      note(pointer, PlainText.CUT, "at most %d characters of a name".formatted(LONGEST_NAME));
      return PlainText.cut(text, LONGEST_NAME);
    }
    boolean reference = name.endsWith("_id") && !name.equals("tax_id");
    return reference && text.length() > RowKey.LONGEST_ID
        ? left(pointer, "id-too-long", "at most %d characters".formatted(RowKey.LONGEST_ID))
        : text;
  }

  private @Nullable Double number(NumberRange range, JsonNode node, String pointer) {
    if (node.isNumber()) {
      return within(range, node.asDouble(Double.NaN), pointer);
    }
    if (node.isString() && node.stringValue().isBlank()) {
      return null;
    }
    if (node.isString() && node.stringValue().strip().matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
      note(pointer, "wrong-type", "expected a number; taken as one");
      return within(range, Double.parseDouble(node.stringValue().strip()), pointer);
    }
    left(pointer, "number-unreadable", "not a number");
    return null;
  }

  private @Nullable Double within(NumberRange range, double number, String pointer) {
    if (range.holds(number)) {
      return number;
    }
    left(pointer, "number-out-of-range", "expected a number, " + range.said());
    return null;
  }

  private @Nullable String word(String name, String text, String pointer) {
    String word = text.toLowerCase(Locale.ROOT);
    if (WORDS.getOrDefault(name, Set.of()).contains(word)) {
      return word;
    }
    return left(pointer, "unknown-word", "not a word that HSDS has here");
  }

  private @Nullable String date(String name, String text, String pointer) {
    try {
      LocalDate date = LocalDate.parse(TIME_OF_DAY.matcher(text).replaceFirst(""));
      if (date.getYear() < 1900 || date.getYear() > 2200) {
        return left(pointer, "date-unreadable", "expected a year from 1900 to 2200");
      }
      if (date.isAfter(today.plusDays(1))
          && name.matches("assured_date|last_modified|last_action_date")) {
        return left(pointer, "date-in-future", "nobody can have said so yet");
      }
      return date.toString();
    } catch (DateTimeException e) {
      // Not guessed: 03/04 is March in one file and April in the next.
      return left(pointer, "date-unreadable", "expected YYYY-MM-DD");
    }
  }

  private @Nullable String instant(String text, String pointer) {
    String date = date("last_modified", text, pointer);
    if (date == null) {
      return null;
    }
    try {
      Instant at = OffsetDateTime.parse(text).toInstant();
      return ActTimes.isToCome(at, now)
          ? left(pointer, "date-in-future", "nobody can have said so yet")
          : at.toString();
    } catch (DateTimeException e) {
      if (text.length() > 10) {
        note(pointer, "date-unreadable", "expected an offset; only the day was taken");
      }
      return date + "T00:00:00Z";
    }
  }

  private @Nullable String time(String text, String pointer) {
    Matcher matcher = TIME.matcher(text);
    if (matcher.matches()) {
      int hour = Integer.parseInt(matcher.group(1));
      String half = matcher.group(3);
      boolean onTheFace = half == null || (hour >= 1 && hour <= 12);
      if (half != null) {
        hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
      }
      int minute = Integer.parseInt(matcher.group(2));
      if (onTheFace && hour < 24 && minute < 60) {
        String offset = matcher.group(4);
        return offset == null || isOfTheSchedule(offset)
            ? "%02d:%02d".formatted(hour, minute)
            : left(pointer, "time-offset-unusable", "an offset other than the schedule's timezone");
      }
    }
    return left(pointer, "time-unreadable", "expected HH:MM");
  }

  /** Without a day nobody can tell what time another offset's is here. */
  private boolean isOfTheSchedule(String offset) {
    JsonNode hours = row.path("timezone");
    try {
      int seconds = ZoneOffset.of(offset.toUpperCase(Locale.ROOT)).getTotalSeconds();
      return hours.isNumber() && hours.asDouble() * 3600 == seconds;
    } catch (DateTimeException e) {
      // There is no such offset anywhere.
      return false;
    }
  }

  private void note(String pointer, String code, String detail) {
    findings.note(pointer, kind, rowId, code, detail);
  }

  private @Nullable String or(@Nullable String read, String pointer, String code, String detail) {
    return read == null ? left(pointer, code, detail) : read;
  }

  private @Nullable String left(String pointer, String code, String detail) {
    note(pointer, code, detail + "; the field was left out");
    return null;
  }
}
