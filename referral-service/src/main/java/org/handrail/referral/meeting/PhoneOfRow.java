package org.handrail.referral.meeting;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.referral.directory.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * The number by which a row's meeting is joined.
 *
 * @param notes what is dialled or said once it answers, as the row has it: nobody gets in without
 */
record PhoneOfRow(@Nullable String number, @Nullable String notes) {
  /** A whole number of North America, whatever follows it. */
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?:\\+?1[\\s.-]*)?\\(?\\d{3}\\)?[\\s./-]*\\d{3}[\\s./-]*\\d{4}(?![\\s./-]*\\d)");

  private static final Pattern PAUSE = Pattern.compile("[,;]");
  private static final Pattern DIVIDER = Pattern.compile("[,;:*#\\n]|\\s(?=[A-Za-z]+\\b)");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;:]+");

  static PhoneOfRow of(RowText row) {
    String written = row.raw("conference_phone");
    String notes = row.text("conference_phone_notes");
    if (written == null) {
      return new PhoneOfRow(null, notes);
    }
    int end = end(written);
    Optional<PhoneNumber> number = PhoneNumber.of(written.substring(0, end));
    if (number.isEmpty()) {
      row.note("conference_phone", "phone-unreadable", "not a number; it was left out");
      return new PhoneOfRow(null, notes);
    }
    Matcher between = BETWEEN.matcher(written).region(end, written.length());
    String then =
        row.clean("conference_phone", written.substring(between.lookingAt() ? between.end() : end));
    String extension = number.get().extension();
    String all =
        Stream.of(extension == null ? null : "x " + extension, then, notes)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("; "));
    return new PhoneOfRow(number.get().number(), all.isEmpty() ? null : all);
  }

  /** Where the number ends; letters may be part of it, as in 1 800 GOOD DAY. */
  private static int end(String written) {
    Matcher whole = WHOLE.matcher(written);
    if (whole.lookingAt()) {
      return whole.end();
    }
    int end = before(PAUSE, written);
    boolean alone =
        PhoneNumber.of(written.substring(0, end))
            .filter(number -> number.extension() == null)
            .isPresent();
    return alone ? end : before(DIVIDER, written);
  }

  private static int before(Pattern divider, String written) {
    Matcher matcher = divider.matcher(written);
    return matcher.find() ? matcher.start() : written.length();
  }
}
