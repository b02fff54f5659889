package org.handrail.client.accounting;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A list of disclosures for a spreadsheet. */
final class CsvList {
  // A spreadsheet takes a cell that begins so for a formula.
  private static final String BEGINS_FORMULA = "=+-@\t\r";

  private static final String[] HEADINGS = {
    "outcome",
    "date",
    "discloser",
    "recipient",
    "address",
    "through",
    "description",
    "purpose",
    "basis"
  };

  private CsvList() {}

  static byte[] write(DisclosureList list) {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADINGS);
      list.disclosures().forEach(line -> csv.writeRecord(cells(line)));
      list.attempts().forEach(attempt -> csv.writeRecord(cells(attempt)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(UTF_8);
  }

  private static String[] cells(DisclosureList.Line line) {
    return harmless(
        "released",
        line.date().toString(),
        line.discloser(),
        line.recipient(),
        line.address(),
        line.through(),
        line.description(),
        line.purpose(),
        line.basis());
  }

  private static String[] cells(DisclosureList.Attempt attempt) {
    return harmless(
        "denied",
        attempt.date().toString(),
        null,
        attempt.recipient(),
        null,
        null,
        "nothing",
        null,
        attempt.code());
  }

  private static String[] harmless(@Nullable String... values) {
    return Arrays.stream(values).map(CsvList::harmless).toArray(String[]::new);
  }

  /** The text as a spreadsheet shows it, and never calculates it. */
  static String harmless(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return "";
    }
    return BEGINS_FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}
