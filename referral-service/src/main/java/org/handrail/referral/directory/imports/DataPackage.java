package org.handrail.referral.directory.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handrail.platform.problem.Problem;
import org.handrail.referral.directory.standard.FieldType;
import org.handrail.referral.directory.standard.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tabular data package of HSDS: a zip of CSV files, one for each table. Cells are text and stay
 * text: what a spreadsheet would run as a formula is never given to one from here.
 */
final class DataPackage {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_CELL = 1 << 20;
  private static final Pattern WORD = Pattern.compile("[a-z]+(_[a-z]+)*");
  private static final Pattern OF_MORE =
      Pattern.compile(".*\\.(zip|gz|7z|rar|xlsx?|xlsm|ods|tsv|tab|psv)");

  /** What may part the cells of a table, the likeliest first. */
  private static final String SEPARATORS = ",;\t|^";

  /** What Excel is told by the first line of a table; it is no row of it. */
  private static final Pattern SEPARATOR = Pattern.compile("\\A\"?sep=([^\"\\r\\n])\"?[,;\\t]*\\R");

  /**
   * Of all tables together, the empty ones left out: many small cells take more room than a file.
   */
  static final int MOST_CELLS = 1_000_000;

  private final List<Problem.Fault> faults = new ArrayList<>();
  private final Findings findings = new Findings();
  private int filled;

  private DataPackage() {}

  static HsdsReading.Result read(byte[] zip, Instant now) {
    Map<String, byte[]> files = Archive.unpack(zip).files();
    Map<String, String> tables = PackageDescription.tables(files);
    var read = new ArrayList<HsdsReading.Table>();
    var reading = new DataPackage();
    files.forEach(
        (name, content) -> {
          if (name.endsWith(".csv")) {
            Kind kind = FileShape.known(tables.getOrDefault(name, name), pointer(name));
            read.add(reading.table(kind, name, TextFile.of(content)));
          } else if (tables.containsKey(name) || mayBeTables(name)) {
            throw PackageDescription.notCsv(name);
          }
        });
    if (read.isEmpty()) {
      throw Archive.refused("no-table", "expected a CSV file for each table");
    }
    if (!reading.faults.isEmpty()) {
      throw Archive.refused(reading.faults);
    }
    return HsdsReading.of(read, now, reading.findings);
  }

  /**
   * Whoever calls a file so means a table: {@code attributes.tsv}, {@code services.csv.bak}, {@code
   * 01 locations.txt}; and a workbook or an archive may hold some.
   */
  private static boolean mayBeTables(String name) {
    return !name.equals(PackageDescription.NAME)
        && (OF_MORE.matcher(name).matches()
            || WORD.matcher(name).results().anyMatch(word -> isOfTable(word.group())));
  }

  private static boolean isOfTable(String words) {
    return Kind.ofTable(words).isPresent()
        || Pattern.compile("_").splitAsStream(words).anyMatch(one -> Kind.ofTable(one).isPresent());
  }

  private HsdsReading.Table table(Kind kind, String name, TextFile file) {
    Matcher told = SEPARATOR.matcher(file.unread());
    boolean tells = told.find();
    String text = tells ? file.unread().substring(told.end()) : file.unread();
    var cells = new Cells(file);
    char separator = tells ? told.group(1).charAt(0) : separator(kind, text);
    List<JsonNode> rows = new ArrayList<>();
    // A quote that is never closed takes all rows that follow for its text, and this one with them.
    List<String> end = List.of(UUID.randomUUID().toString());
    boolean closed = false;
    try (var records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(LONGEST_CELL)
            .ofCsvRecord(text + "\n" + end.getFirst())) {
      List<String> header = null;
      for (CsvRecord record : records) {
        if (record.getFields().equals(end)) {
          closed = true;
        } else if (header == null) {
          header = header(cells.read(record, rows.size()));
          if (new HashSet<>(header).size() < header.size()) {
            throw Archive.refused(name, "column-twice", "two columns have the same name");
          }
          if (!header.contains("id")) {
            throw Archive.refused(
                name,
                "header-unknown",
                "the first line names the columns, and none of them is `id`");
          }
        } else {
          String pointer = pointer(name, rows.size());
          long line = record.getStartingLineNumber() + (tells ? 1 : 0);
          rows.add(
              row(kind, header, fitting(cells.read(record, rows.size()), header, pointer, line)));
          if (rows.size() > HsdsReading.MOST_ROWS) {
            throw HsdsReading.tooManyRows();
          }
        }
      }
    } catch (CsvParseException | IOException e) {
      throw Archive.refused(
          List.of(
              new Problem.Fault(
                  pointer(name, rows.size()),
                  "cell-unreadable",
                  "here or in the next row something follows the quote that ends a cell, or a cell"
                      + " is longer than 1 MiB")));
    }
    if (!closed) {
      throw Archive.refused(name, "quote-open", "a cell begins with a quote and never ends");
    }
    cells.report(kind, name);
    if (rows.isEmpty()) {
      findings.noRows(pointer(name), kind);
    }
    return HsdsReading.Table.of(kind, rows, pointer(name));
  }

  private static String pointer(String file) {
    return "/" + HsdsReading.escaped(file);
  }

  private static String pointer(String file, int row) {
    return pointer(file) + "/" + row;
  }

  /** Cells of a table, each in its own encoding. */
  private final class Cells {
    private final TextFile file;
    private int guessed;
    private int first;

    Cells(TextFile file) {
      this.file = file;
    }

    List<String> read(CsvRecord record, int row) {
      List<String> texts = new ArrayList<>();
      for (String cell : record.getFields()) {
        TextFile.Read read = file.read(cell);
        texts.add(read.text());
        if (read.guessed() && guessed++ == 0) {
          first = row;
        }
      }
      return texts;
    }

    /** Once: of a whole table from an office every second cell may be so. */
    void report(Kind kind, String name) {
      if (guessed > 0) {
        findings.note(
            pointer(name, first),
            kind,
            null,
            "encoding-guessed",
            "no UTF-8 in %d cells, of which here is the first; read as Windows-1252"
                .formatted(guessed));
      }
    }
  }

  /** A spreadsheet leaves columns behind that nobody named; they are called by where they stand. */
  private static List<String> header(List<String> cells) {
    List<String> header = new ArrayList<>();
    for (String cell : cells) {
      header.add(cell.isBlank() ? "column " + (header.size() + 1) : cell.strip());
    }
    return header;
  }

  /**
   * As many cells as there are columns: in a row with others which is whose cannot be known, and it
   * may be the one that says that a place is confidential. Blank ones at its end are nothing.
   */
  private List<String> fitting(List<String> cells, List<String> header, String pointer, long line) {
    int last = cells.size();
    while (last > header.size() && cells.get(last - 1).isBlank()) {
      last--;
    }
    if (last == header.size()) {
      return cells.subList(0, last);
    }
    if (faults.size() < Archive.MOST_TOLD) {
      faults.add(
          new Problem.Fault(
              pointer,
              "columns-contradict",
              "line %d has %d cells, and the table %d columns"
                  .formatted(line, last, header.size())));
    }
    return List.of();
  }

  private JsonNode row(Kind kind, List<String> header, List<String> cells) {
    ObjectNode row = JSON.createObjectNode();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i).strip();
      if (cell.isEmpty()) {
        continue;
      }
      fill();
      if (kind.fields().get(header.get(i)) == FieldType.NUMBER
          && cell.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
        row.put(header.get(i), Double.parseDouble(cell));
      } else {
        row.put(header.get(i), cell);
      }
    }
    return row;
  }

  private void fill() {
    if (++filled > MOST_CELLS) {
      throw Archive.refused("too-many-cells", "at most " + MOST_CELLS);
    }
  }

  /** By which the first line that is not blank has most columns of that kind. */
  private static char separator(Kind kind, String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = SEPARATORS.charAt(0);
    long most = 0;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char separator = SEPARATORS.charAt(i);
      long known =
          Pattern.compile(Pattern.quote(String.valueOf(separator)))
              .splitAsStream(header)
              .map(cell -> cell.replace("\"", "").strip())
              .filter(cell -> cell.equals("id") || kind.fields().containsKey(cell))
              .count();
      if (known > most) {
        most = known;
        best = separator;
      }
    }
    return best;
  }
}
