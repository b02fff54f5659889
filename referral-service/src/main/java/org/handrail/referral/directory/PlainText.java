package org.handrail.referral.directory;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text of a file as it may be stored and shown: no markup, no control characters, of bounded
 * length.
 *
 * @param text absent where nothing is left
 * @param changes codes of what was done to it
 */
public record PlainText(@Nullable String text, Set<String> changes) {
  static final int LIMIT = 10_000;

  /** The code of a text that was too long. */
  public static final String CUT = "text-cut";

  // Longer text is cut before it is looked at: what is left after cleaning would be cut anyway.
  private static final int LONGEST_READ = 4 * LIMIT;

  // How often markup may be wrapped in markup; deeper than that nobody wrote it to be read.
  private static final int DEEPEST = 5;

  private static final Pattern HIDDEN =
      Pattern.compile("(?is)<(script|style)\\b.*?(</\\1\\s*>|\\z)");
  private static final Pattern TAG =
      Pattern.compile("(?s)<!--.*?(-->|\\z)|<(?:[/!?]?[a-zA-Z]|!\\[)[^<>]*>");

  // Without an end: what names a value, or stands at the end of the text; of else only the sign.
  private static final Pattern UNCLOSED =
      Pattern.compile(
          "<[/!?]?[a-zA-Z][a-zA-Z0-9-]*(?:[\\s/][^<>=]*=[^<>]*|\\s*)(?=<|\\z)|<[/!?]+|<(?=[a-zA-Z])");
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Cs}");
  private static final Pattern SEEN =
      Pattern.compile("[^\\p{Z}\\p{Cc}\\p{Cf}\\u115F\\u1160\\u2800\\u3164\\uFFA0]");
  private static final Pattern NUMBERED = Pattern.compile("&#0*(\\d{1,8}|[xX][0-9a-fA-F]{1,6});");
  private static final Map<String, String> ENTITIES = entities();

  /** What may be kept of a text as a file gives it. */
  public static PlainText of(String raw) {
    Set<String> changes = new LinkedHashSet<>();
    String text = raw.replace("\r\n", "\n").replace('\r', '\n');
    if (text.length() > LONGEST_READ) {
      text = text.substring(0, LONGEST_READ);
      changes.add(CUT);
    }
    text = replaced(text, CONTROL, "", "control-characters-removed", changes);
    String before = "";
    for (int round = 0; round < DEEPEST && !text.equals(before); round++) {
      before = text;
      text = replaced(text, HIDDEN, " ", "markup-removed", changes);
      text = replaced(text, TAG, " ", "markup-removed", changes);
      for (var entity : ENTITIES.entrySet()) {
        if (text.contains(entity.getKey())) {
          text = text.replace(entity.getKey(), entity.getValue());
          changes.add("markup-removed");
        }
      }
      text = replaced(text, NUMBERED, PlainText::numbered, "markup-removed", changes);
      text = replaced(text, CONTROL, "", "control-characters-removed", changes);
    }
    if (!text.equals(before)) {
      text = text.replaceAll("[<>&]", " ");
    }
    text = replaced(text, UNCLOSED, " ", "markup-removed", changes);
    text = text.replaceAll("[ \\t]{2,}", " ").strip();
    if (!text.isEmpty() && !SEEN.matcher(text).find()) {
      text = "";
      changes.add("control-characters-removed");
    }
    if (text.length() > LIMIT) {
      text = cut(text, LIMIT);
      changes.add(CUT);
    }
    return new PlainText(text.isEmpty() ? null : text, changes);
  }

  /** Its beginning of at most so many characters, none of which is halved. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  private static String replaced(
      String text, Pattern pattern, String by, String code, Set<String> changes) {
    return replaced(text, pattern, _ -> by, code, changes);
  }

  private static String replaced(
      String text,
      Pattern pattern,
      Function<MatchResult, String> by,
      String code,
      Set<String> changes) {
    String result = pattern.matcher(text).replaceAll(by);
    if (!result.equals(text)) {
      changes.add(code);
    }
    return result;
  }

  /** The character of such a number; what is the number of none stays. */
  private static String numbered(MatchResult entity) {
    String number = entity.group(1);
    boolean hexadecimal = number.startsWith("x") || number.startsWith("X");
    int point = hexadecimal ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
    return Matcher.quoteReplacement(
        Character.isValidCodePoint(point) ? Character.toString(point) : entity.group());
  }

  private static Map<String, String> entities() {
    var entities = new LinkedHashMap<String, String>();
    entities.put("&nbsp;", " ");
    entities.put("&lt;", "<");
    entities.put("&gt;", ">");
    entities.put("&LT;", "<");
    entities.put("&GT;", ">");
    entities.put("&quot;", "\"");
    entities.put("&apos;", "'");
    entities.put("&amp;", "&");
    return entities;
  }
}
