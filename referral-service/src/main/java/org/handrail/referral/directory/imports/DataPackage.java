package org.handrail.referral.directory.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.standard.FieldType;
import org.handrail.referral.directory.standard.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tabular data package of HSDS: a zip of CSV files, one for each table. Cells are text and stay
 * text: what a spreadsheet would run as a formula is never given to one from here.
 */
final class DataPackage {
  private static final String DESCRIPTION = "datapackage.json";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_CELL = 1 << 20;

  /**
   * Of all tables together, the empty ones left out: many small cells take more room than a file.
   */
  static final int MOST_CELLS = 1_000_000;

  private int filled;

  private DataPackage() {}

  static HsdsReading.Result read(byte[] zip, Instant now) {
    Map<String, byte[]> files = Archive.unpack(zip).files();
    Map<String, String> tables = described(files);
    var read = new ArrayList<HsdsReading.Table>();
    var reading = new DataPackage();
    files.forEach(
        (name, content) -> {
          if (name.endsWith(".csv")) {
            Kind kind = FileShape.known(tables.getOrDefault(name, name));
            read.add(reading.table(kind, name, TextFile.text(content)));
          }
        });
    if (read.isEmpty()) {
      throw Archive.refused("no-table", "expected a CSV file for each table");
    }
    return HsdsReading.of(read, now);
  }

  /** Which file holds which table; a description that cannot be read says nothing. */
  private static Map<String, String> described(Map<String, byte[]> files) {
    Map<String, String> tables = new HashMap<>();
    byte[] description = files.get(DESCRIPTION);
    if (description == null || description.length > LONGEST_CELL) {
      return tables;
    }
    try {
      for (JsonNode resource : JSON.readTree(TextFile.text(description)).path("resources")) {
        String path = resource.path("path").asString("");
        String file = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (!file.isEmpty() && !files.containsKey(file)) {
          throw Archive.refused("table-missing", "a table that the package describes is not in it");
        }
        if (resource.path("name").isString()) {
          tables.put(file, resource.path("name").asString());
        }
      }
    } catch (JacksonException e) {
      return Map.of();
    }
    return tables;
  }

  private HsdsReading.Table table(Kind kind, String name, String text) {
    List<JsonNode> rows = new ArrayList<>();
    // A quote that is never closed takes all rows that follow for its text, and this one with them.
    List<String> end = List.of(UUID.randomUUID().toString());
    boolean closed = false;
    try (var records =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(LONGEST_CELL)
            .ofCsvRecord(text + "\n" + end.getFirst())) {
      List<String> header = null;
      for (CsvRecord record : records) {
        if (record.getFields().equals(end)) {
          closed = true;
        } else if (header == null) {
          header = record.getFields().stream().map(String::strip).toList();
          if (new HashSet<>(header).size() < header.size()) {
            throw Archive.refused("column-twice", "two columns have the same name");
          }
        } else {
          rows.add(row(kind, header, record.getFields()));
          if (rows.size() > HsdsReading.MOST_ROWS) {
            throw HsdsReading.tooManyRows();
          }
        }
      }
    } catch (CsvParseException | IOException e) {
      throw Refusal.of(
          Problem.of(Problems.MALFORMED)
              .detail("A table cannot be read, or a cell is longer than 1 MiB"));
    }
    if (!closed) {
      throw Archive.refused("quote-open", "a cell begins with a quote and never ends");
    }
    return HsdsReading.Table.of(kind, rows, "/" + name);
  }

  private JsonNode row(Kind kind, List<String> header, List<String> cells) {
    if (cells.size() != header.size()) {
      // Which cell is whose cannot be known; the reading reports it.
      return JSON.createArrayNode();
    }
    ObjectNode row = JSON.createObjectNode();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i).strip();
      if (cell.isEmpty()) {
        continue;
      }
      if (++filled > MOST_CELLS) {
        throw Archive.refused("too-many-cells", "at most " + MOST_CELLS);
      }
      if (kind.fields().get(header.get(i)) == FieldType.NUMBER
          && cell.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
        row.put(header.get(i), Double.parseDouble(cell));
      } else {
        row.put(header.get(i), cell);
      }
    }
    return row;
  }

  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    return header.indexOf(',') >= 0 ? ',' : header.indexOf(';') >= 0 ? ';' : '\t';
  }
}
