package org.handrail.referral.directory.imports;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.handrail.referral.fixtures.Zips.zip;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.fixtures.RealFiles;
import org.junit.jupiter.api.Test;

class DataPackageTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final String ORGANIZATIONS = "id,name\no,One\n";

  @Test
  void losesNoRowOfTheStandardsTables() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    int lines = 0;
    try (var folder = Files.newDirectoryStream(RealFiles.at("hsds/examples/csv"))) {
      for (Path file : folder) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
        // None of these has a cell of several lines.
        lines += file.toString().endsWith(".csv") ? Files.readAllLines(file).size() - 1 : 0;
      }
    }

    HsdsReading.Result result = DataPackage.read(zip(files), NOW);

    assertThat(result.read()).isEqualTo(lines);
    assertThat(result.rows().stream().mapToInt(row -> row.pointers.size()).sum())
        .isEqualTo(result.stored())
        .isGreaterThan(15);
  }

  @Test
  void attributesAndWebsitesOfTablesFindTheirOwners() {
    HsdsReading.Result result =
        DataPackage.read(
            zip(
                Map.of(
                    "organizations.csv",
                    ORGANIZATIONS.getBytes(UTF_8),
                    "attributes.csv",
                    "id,link_id,link_entity,taxonomy_term_id\na,o,organization,t\n".getBytes(UTF_8),
                    "taxonomy_terms.csv",
                    "id,name,description\nt,Term,None\n".getBytes(UTF_8),
                    "urls.csv",
                    "id,link_id,link_entity,url\nu,o,organization,https://one.example\n"
                        .getBytes(UTF_8))),
            NOW);

    assertThat(result.findings()).extracting(Finding::code).doesNotContain("reference-dangling");
    assertThat(result.stored()).isEqualTo(4);
    assertThat(result.rows().stream().filter(row -> row.owners.size() == 1)).hasSize(2);
  }

  @Test
  void takesWhatOfficesExport() {
    HsdsReading.Result result =
        read(
            """
            \ufeffid;name;alternate_name
            o;Caf\u00e9 <b>Hope</b>;"=HYPERLINK(""http://x"")"

            """,
            UTF_16LE,
            """
            id,organization_id,name,status,minimum_age
            s,o,Pantry,active,18
            s,o,Other,active,18
            t,o,"two
            lines",ACTIVE,old
            """);

    assertThat(result.read()).isEqualTo(4);
    assertThat(result.rows())
        .extracting(row -> row.key.id(), row -> row.text("name"))
        .containsExactly(
            tuple("o", "Caf\u00e9 Hope"), tuple("s", "Pantry"), tuple("t", "two\nlines"));
    assertThat(result.rows().iterator().next().text("alternate_name"))
        .isEqualTo("=HYPERLINK(\"http://x\")");
    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::code)
        .containsExactlyInAnyOrder(
            tuple("/organizations.csv/0/name", "markup-removed"),
            tuple("/services.csv/1", "duplicate-id"),
            tuple("/services.csv/2/minimum_age", "number-unreadable"));
  }

  @Test
  void readsEachCellInItsOwnEncodingAndSaysWhatIsGuessed() {
    byte[] table = "id,name,description\no,Caf\u00e9,Peque\u00f1o\np,Bar,X\n".getBytes(UTF_8);
    table[table.length - 2] = (byte) 0xe9;

    var result = DataPackage.read(zip(Map.of("organizations.csv", table)), NOW);

    assertThat(result.rows())
        .extracting(row -> row.text("name"), row -> row.text("description"))
        .containsExactly(tuple("Caf\u00e9", "Peque\u00f1o"), tuple("Bar", "\u00e9"));
    assertThat(result.findings())
        .extracting(Finding::pointer, Finding::code)
        .containsExactly(tuple("/organizations.csv/1", "encoding-guessed"));
    var office = read("id,name\no,Caf\u00e9\np,N\u00fa\n", Charset.forName("windows-1252"), "");
    assertThat(office.rows())
        .extracting(row -> row.text("name"))
        .containsExactly("Caf\u00e9", "N\u00fa");
    assertThat(office.findings())
        .extracting(Finding::pointer, Finding::code)
        .containsExactlyInAnyOrder(
            tuple("/organizations.csv/0", "encoding-guessed"), tuple("/services.csv", "no-rows"));
  }

  @Test
  void goesByTheDescriptionOfThePackage() {
    String described =
        """
        {"name": "x", "resources": [{"name": "organizations", "path": "data/Agencies.csv"}]}
        """;

    assertThat(
            DataPackage.read(
                    zip(
                        Map.of(
                            "datapackage.json", described.getBytes(UTF_8),
                            "data/Agencies.csv", ORGANIZATIONS.getBytes(UTF_8))),
                    NOW)
                .stored())
        .isEqualTo(1);
    refuses(
        zip(Map.of("datapackage.json", described.getBytes(UTF_8))),
        "/agencies.csv",
        "table-missing");
  }

  @Test
  void refusesTablesThatAreNoCsv() {
    byte[] good = ORGANIZATIONS.getBytes(UTF_8);
    for (String name :
        List.of(
            "services.txt",
            "attributes.tsv",
            "attributes.json",
            "services.csv.bak",
            "services",
            "hsds_attributes.txt",
            "01 locations.txt",
            "more.xlsx",
            "more.zip")) {
      refuses(zip(Map.of("organizations.csv", good, name, good)), "/" + name, "table-not-csv");
    }
    refuses(
        described("{\"name\": \"services\", \"path\": \"more.txt\"}"),
        "/more.txt",
        "table-not-csv");
    refuses(
        described("{\"name\": \"services\", \"data\": [{\"id\": \"s\"}]}"),
        "/datapackage.json",
        "table-not-csv");
    refuses(
        described("{\"name\": \"services\", \"path\": [\"a.csv\", \"b.csv\"]}"),
        "/datapackage.json",
        "table-in-parts");
    refuses(described("{"), "/datapackage.json", "description-unreadable");
  }

  @Test
  void takesATableInOneFileAndPassesOverWhatNothingDescribes() {
    byte[] zip = described("{\"name\": \"organizations\", \"path\": [\"more.csv\"]}");

    assertThat(DataPackage.read(zip, NOW).stored()).isEqualTo(1);
  }

  private static byte[] described(String resource) {
    byte[] rows = ORGANIZATIONS.getBytes(UTF_8);
    String description = "{\"resources\": [%s]}".formatted(resource);
    boolean inOne = resource.contains("[\"more.csv\"]");
    return zip(
        Map.of(
            "datapackage.json",
            description.getBytes(UTF_8),
            inOne ? "more.csv" : "organizations.csv",
            rows,
            "more.txt",
            rows,
            "readme.md",
            rows));
  }

  @Test
  void takesWhatExcelLeavesAroundATable() {
    for (String around :
        List.of(
            "sep=;\nid;name\no;One\n",
            "\"sep=,\"\r\nid,name\r\no,One\r\n",
            "id,name,,\no,One,,\n")) {
      HsdsReading.Result result =
          DataPackage.read(zip(Map.of("organizations.csv", around.getBytes(UTF_8))), NOW);

      assertThat(result.rows())
          .as(around)
          .extracting(row -> row.text("name"))
          .containsExactly("One");
      assertThat(result.findings()).isEmpty();
    }
  }

  @Test
  void saysWhichTableHasNoRow() {
    for (String cut : List.of("", "id,name\n", "\n\n")) {
      HsdsReading.Result result =
          DataPackage.read(
              zip(
                  Map.of(
                      "organizations.csv",
                      ORGANIZATIONS.getBytes(UTF_8),
                      "services.csv",
                      cut.getBytes(UTF_8))),
              NOW);

      assertThat(result.read()).isOne();
      assertThat(result.findings())
          .as(cut)
          .extracting(Finding::pointer, Finding::code)
          .containsExactly(tuple("/services.csv", "no-rows"));
    }
  }

  @Test
  void refusesWhatIsNoPackage() {
    byte[] good = ORGANIZATIONS.getBytes(UTF_8);

    refuses(zip(Map.of("../organizations.csv", good)), "path-not-allowed");
    refuses(zip(Map.of("/etc/organizations.csv", good)), "path-not-allowed");
    refuses(zip(Map.of("a\\organizations.csv", good)), "path-not-allowed");
    refuses(
        zip(Map.of("a/services.csv", good, "b/services.csv", good)), "/services.csv", "file-twice");
    refuses(zip(Map.of("un~heard-of.csv", good)), "/un~0heard-of.csv", "unknown-table");
    refuses(zip(Map.of("__MACOSX/._organizations.csv", good)), "no-table");
    refuses(zip(Map.of("readme.txt", good)), "no-table");
    refuses(
        zip(Map.of("organizations.csv", "id,id\n1,2\n".getBytes(UTF_8))),
        "/organizations.csv",
        "column-twice");
    for (String open :
        List.of("id,name\no,\"One\np,Two\n", "id,\"name\no,One\n", "id,name\no,\"")) {
      refuses(
          zip(Map.of("organizations.csv", open.getBytes(UTF_8))),
          "/organizations.csv",
          "quote-open");
    }
    byte[] bomb = zip(Map.of("organizations.csv", new byte[Archive.MOST_BYTES + 1]));
    assertThat(bomb.length).isLessThan(1 << 20);
    refuses(bomb, "unpacks-too-large");
    var rows = "id,name\n" + "a,b\n".repeat(HsdsReading.MOST_ROWS + 1);
    refuses(zip(Map.of("organizations.csv", rows.getBytes(UTF_8))), "too-many-rows");
    var columns = "id," + IntStream.range(1, 100).mapToObj(Integer::toString).collect(joining(","));
    var cells = columns + "\n" + (columns + "\n").repeat(DataPackage.MOST_CELLS / 100 + 1);
    refuses(zip(Map.of("organizations.csv", cells.getBytes(UTF_8))), "too-many-cells");
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i <= Archive.MOST_FILES; i++) {
      many.put(i + ".txt", good);
    }
    refuses(zip(many), "too-many-files");
  }

  @Test
  void refusesRowsWithOtherCellsThanColumnsAndSaysWhere() {
    String organizations = "sep=,\nid,name\no,One, ,\np\n";
    String services =
        "id,organization_id,name\ns,o,\"two\nlines\"\nt,o,Pantry, food\n" + "u,o\n".repeat(200);

    assertThatThrownBy(() -> read(organizations, UTF_8, services))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.problem().errors())
                    .hasSize(Archive.MOST_TOLD)
                    .startsWith(
                        new Problem.Fault(
                            "/organizations.csv/1",
                            "columns-contradict",
                            "line 4 has 1 cells, and the table 2 columns"),
                        new Problem.Fault(
                            "/services.csv/1",
                            "columns-contradict",
                            "line 4 has 4 cells, and the table 3 columns")));
  }

  @Test
  void refusesTablesWhoseColumnsItDoesNotKnow() {
    for (String table :
        List.of(
            "Organizations of 2026\nid,name\no,One\n",
            "# exported\nid,name\no,One\n",
            "o,One\n",
            "\"id,name\"\n\"o,One\"\n")) {
      refuses(
          zip(Map.of("organizations.csv", table.getBytes(UTF_8))),
          "/organizations.csv",
          "header-unknown");
    }
  }

  @Test
  void findsOutByWhatTheCellsAreParted() {
    for (String table :
        List.of(
            "\n\r\nid,name\no,One\n",
            "id|name\no|One\n",
            "id^name\no^One\n",
            "id;name;note, if any\no;One;a, b\n",
            "id\tname\tnote, if any\no\tOne\ta, b\n")) {
      assertThat(read(table, UTF_8, "").rows())
          .as(table)
          .extracting(row -> row.text("name"))
          .containsExactly("One");
    }
  }

  @Test
  void refusesWhatFollowsTheQuoteThatEndsACell() {
    for (String stray : List.of("id,name\no,\"Hope\" House\n", "id,name\no,\"One\np,\"Two\n")) {
      refuses(
          zip(Map.of("organizations.csv", stray.getBytes(UTF_8))),
          "/organizations.csv/0",
          "cell-unreadable");
    }
    assertThat(read("id,name\no,The \"Hope\" House\n", UTF_8, "").rows())
        .extracting(row -> row.text("name"))
        .containsExactly("The \"Hope\" House");
  }

  @Test
  void refusesACellThatIsAFile() {
    byte[] zip =
        zip(Map.of("organizations.csv", ("id,name\no," + "A".repeat(20_000_000)).getBytes(UTF_8)));
    assertThat(zip.length).isLessThan(30_000);
    refuses(zip, "/organizations.csv/0", "cell-unreadable");
  }

  @Test
  void refusesWhatIsCutAnywhere() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("organizations.csv", ORGANIZATIONS.getBytes(UTF_8));
    files.put(
        "services.csv", "id,organization_id,name,status\ns,o,Pantry,active\n".getBytes(UTF_8));
    byte[] whole = zip(files);

    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> DataPackage.read(cut, NOW))
          .as("%d of %d", length, whole.length)
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.problem().type().code()).isEqualTo("malformed"));
    }
  }

  private static void refuses(byte[] zip, String code) {
    refuses(zip, "", code);
  }

  /**
   * @param at JSON Pointer to the file or the row that is at fault
   */
  private static void refuses(byte[] zip, String at, String code) {
    assertThatThrownBy(() -> DataPackage.read(zip, NOW))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.problem().errors())
                    .extracting(fault -> fault.pointer(), fault -> fault.code())
                    .containsExactly(tuple(at, code)));
  }

  private static HsdsReading.Result read(String organizations, Charset encoding, String services) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("Organizations.csv", organizations.getBytes(encoding));
    files.put("services.csv", services.getBytes(UTF_8));
    return DataPackage.read(zip(files), NOW);
  }
}
