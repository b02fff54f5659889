package org.handrail.referral.directory.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.directory.standard.Kind;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.fixtures.Zips;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ReferralServiceIT
class DirectoryImportIT {
  private final Coalition coalition;
  private final JdbcClient jdbc;

  DirectoryImportIT(Coalition coalition, JdbcClient jdbc) {
    this.coalition = coalition;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void losesNothingSilently() {
    var inFile = new HashMap<String, RowKey>();
    rowsIn(
        JsonMapper.shared().readTree(Coalition.seed("deploy/local/seed/directory.json")),
        Kind.ORGANIZATION,
        "",
        inFile);

    Answer done = coalition.importDirectory().isCreated();
    JsonNode report = done.json();

    Set<String> rejected =
        report
            .at("/reported")
            .valueStream()
            .filter(row -> row.path("rejected").asBoolean())
            .map(row -> row.path("pointer").asString())
            .collect(toSet());
    assertThat(inFile.keySet()).containsAll(rejected);
    assertThat(report.at("/read").asInt()).isEqualTo(inFile.size()).isGreaterThan(250);
    assertThat(report.at("/rejected").asInt()).isEqualTo(rejected.size()).isPositive();
    assertThat(report.at("/stored").asInt()).isEqualTo(inFile.size() - rejected.size());
    Set<RowKey> expected = new HashSet<>();
    inFile.forEach(
        (pointer, key) -> expected.addAll(rejected.contains(pointer) ? Set.of() : Set.of(key)));
    assertThat(
            jdbc.sql(
                    """
                    select kind, external_id from directory_row
                    where source = 'coalition'
                      and imported_at = (select imported_at from directory_import where id = ?)
                    """)
                .param(done.id())
                .query(
                    (row, number) ->
                        new RowKey(
                            Kind.ofCode(row.getString("kind")).orElseThrow(),
                            row.getString("external_id")))
                .set())
        .isEqualTo(expected);
    assertThat(done.text()).contains("agency-taken");
    assertThat(coalition.olive().get(done.header("Location")).send().isOk().json())
        .isEqualTo(report);
  }

  /** Every row of the file by its pointer, also what stands for one and is none. */
  private static void rowsIn(JsonNode node, Kind kind, String pointer, Map<String, RowKey> rows) {
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      rowsIn(node.get(i), kind, pointer + "/" + i, rows);
    }
    if (!node.isArray() && !node.isMissingNode()) {
      rows.put(pointer, new RowKey(kind, node.path("id").asString()));
      kind.nested()
          .forEach((name, inner) -> rowsIn(node.path(name), inner, pointer + "/" + name, rows));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "taxonomies, taxonomy",
    "taxonomy_terms, taxonomy_term",
    "services, service",
    "service_at_locations, service_at_location",
    "organizations, organization"
  })
  void itsOwnPagesComeInAsWhatTheyAre(String list, String kind) {
    coalition.importDirectory().isCreated();
    coalition
        .olive()
        .post("/api/directory/imports?source=codes")
        .body(
            """
            {"taxonomies": [{"id": "%s", "name": "Codes", "description": "Of a region.", "version": "1"}]}
            """
                .formatted(UUID.randomUUID()))
        .send()
        .isCreated();
    JsonNode page = coalition.anonymous().get("/hsds/" + list).send().isOk().json();
    String source = "echo-" + UUID.randomUUID();

    Answer report =
        coalition
            .olive()
            .post("/api/directory/imports?source=" + source)
            .body(page.toString())
            .send()
            .isCreated();

    assertThat(report.at("/read")).isNotEqualTo("0");
    assertThat(report.text()).doesNotContain("unknown-field");
    var stored =
        jdbc.sql("select distinct kind from directory_row where source = ?")
            .param(source)
            .query(String.class)
            .list();
    // What is offered where belongs to services, which its own page has not; it is reported.
    assertThat((stored + report.text()).replace('-', '_')).contains(kind);
  }

  @Test
  void sameFileAgainChangesNothing() {
    String rows =
        """
        select (select count(*) from directory_row) || ' ' || (select count(*) from directory_owner)
          || ' ' || (select string_agg(id::text, ',' order by id) from directory_service)
          || ' ' || (select count(*) from directory_service_term)
        """;
    String before = jdbc.sql(rows).query(String.class).single();

    coalition.importDirectory().isCreated();

    assertThat(jdbc.sql(rows).query(String.class).single()).isEqualTo(before);
  }

  @Test
  void laterFileReplacesWhatTheEarlierSaid() {
    String source = "kitchen-" + UUID.randomUUID();
    take(source, organization("Kitchen", "(419) 555-0100"));
    UUID first = only(source);
    take(source, organization("Kitchen two", "(419) 555-0101"));

    Answer shown = coalition.maya().get("/api/directory/services/{id}", only(source)).send().isOk();
    assertThat(only(source)).isEqualTo(first);
    assertThat(shown.at("/organization/name")).isEqualTo("Kitchen two");
    assertThat(shown.at("/phones/0/number")).isEqualTo("+14195550101");
    assertThat(shown.json().at("/phones").size()).isEqualTo(1);
  }

  @Test
  void aServiceThatMovedIsNoMoreWhereItWas() {
    String source = "moved-" + UUID.randomUUID();
    String at =
        """
        [{"id": "o", "name": "Kitchen", "locations": [
            {"id": "l", "location_type": "physical", "name": "Old house"},
            {"id": "m", "location_type": "physical", "name": "New house"}],
          "services": [{"id": "s", "name": "Soup", "status": "active",
            "service_at_locations": [{"id": "at-%1$s", "location_id": "%1$s"}]}]}]
        """;
    take(source, at.formatted("l"));
    take(source, at.formatted("m"));

    assertThat(
            jdbc.sql(
                    """
                    select p.name from directory_service_at_location l
                    join directory_location p on p.id = l.location_id where l.source = ?
                    """)
                .param(source)
                .query(String.class)
                .list())
        .containsExactly("New house");
    assertThat(coalition.anonymous().get("/hsds/service_at_locations?format=ndjson").send().text())
        .doesNotContain("at-l");
    assertThat(
            jdbc.sql(
                    "select external_id from directory_row where source = ? and kind ="
                        + " 'service_at_location'")
                .param(source)
                .query(String.class)
                .list())
        .containsExactly("at-m");
  }

  @Test
  void anAgencyMovesToAnotherOrganizationOfItsSource() {
    String source = "claims-" + UUID.randomUUID();
    String agency = "a-" + UUID.randomUUID();
    take(source, claiming("o", agency));

    Answer moved = send(source, claiming("p", agency));
    assertThat(moved.text()).contains("agency-moved").doesNotContain("agency-taken");
    assertThat(claimant(agency)).isEqualTo("p");
    Answer both =
        send(
            source,
            claiming("o", agency).replace("}]}]", "}]}," + claiming("p", agency).substring(1)));
    assertThat(both.text()).contains("agency-taken").doesNotContain("agency-moved");
    assertThat(claimant(agency)).isEqualTo("p");
    assertThat(send(source + "x", claiming("q", agency)).text()).contains("agency-taken");
    assertThat(claimant(agency)).isEqualTo("p");
  }

  private String claimant(String agency) {
    return jdbc.sql("select external_id from directory_organization where agency = ?")
        .param(agency)
        .query(String.class)
        .single();
  }

  private static String claiming(String organization, String agency) {
    return """
    [{"id": "%1$s", "name": "Kitchen", "organization_identifiers": [
      {"id": "i-%1$s", "identifier_type": "handrail:agency", "identifier": "%2$s"}]}]\
    """
        .formatted(organization, agency);
  }

  @Test
  void whatIsTooLongIsCutOrLeftOutAndReported() {
    String source = "long-" + UUID.randomUUID();
    Map<String, String> longs =
        Map.of("NAME", noise(3000), "CODE", noise(3000), "ID", noise(3000), "TERM", noise(3000));
    String file =
        """
        [{"id": "o", "name": "NAME", "alternate_name": "NAME",
          "locations": [{"id": "l", "location_type": "physical", "name": "NAME", "organization_id": "ID",
            "addresses": [{"id": "a", "location_id": "ID", "address_1": "NAME", "postal_code": "CODE"}]}],
          "services": [{"id": "s", "name": "NAME", "status": "active", "program_id": "ID",
            "phones": [{"id": "p", "number": "419-555-0100", "location_id": "ID", "service_at_location_id": "ID"}],
            "service_areas": [{"id": "r", "name": "NAME"}],
            "attributes": [
              {"id": "x", "taxonomy_term": {"id": "t", "code": "CODE", "name": "NAME", "taxonomy": "NAME"}},
              {"id": "y", "taxonomy_term": {"id": "TERM", "code": "confidential-location"}}],
            "service_at_locations": [{"id": "sl", "location_id": "l"}]},
            {"id": "ID", "name": "NAME", "status": "active"}]}]
        """;
    for (var each : longs.entrySet()) {
      file = file.replace("\"" + each.getKey() + "\"", "\"" + each.getValue() + "\"");
    }

    Answer report = send(source, file);

    assertThat(report.text()).contains("text-cut", "code-too-long", "id-too-long");
    assertThat(report.json().at("/read").asInt())
        .isEqualTo(report.json().at("/stored").asInt() + report.json().at("/rejected").asInt());
    Answer shown = coalition.maya().get("/api/directory/services/{id}", only(source)).send().isOk();
    assertThat(shown.at("/name")).hasSize(500).isSubstringOf(longs.get("NAME"));
  }

  /** Text that cannot be made shorter. */
  private static String noise(int characters) {
    var random = new Random(characters);
    return random
        .ints(characters, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void anIdThatAnotherSourceHasIsGivenAnewAndReported() {
    UUID id = UUID.randomUUID();
    String phone = UUID.randomUUID().toString();
    String file =
        organization("Kitchen", "419-555-0100")
            .replace("\"id\": \"s\"", "\"id\": \"%s\"".formatted(id))
            .replace("\"number\"", "\"id\": \"%s\", \"number\"".formatted(phone));
    assertThat(send("first-" + id, file).text()).doesNotContain("id-taken");

    for (int time = 0; time < 2; time++) {
      JsonNode told = send("second-" + id, file).json().at("/reported");

      assertThat(told.valueStream().filter(r -> r.at("/code").asString().equals("id-taken")))
          .extracting(r -> r.at("/pointer").asString(), r -> r.at("/rowId").asString())
          .containsExactlyInAnyOrder(
              tuple("/0/services/0", id.toString()), tuple("/0/services/0/phones/0", phone));
      assertThat(told.toString()).contains(only("second-" + id).toString());
    }
    assertThat(only("first-" + id)).isEqualTo(id);
  }

  @Test
  void aPagesLinksAndWhatIsSaidOfItHoldNoRows() {
    String kitchen = organization("Kitchen", "419-555-0100");
    String links =
        "{\"self\": \"https://x.example/1\", \"next\": {\"href\": \"https://x.example/2\"}}";
    for (String name : List.of("links", "_links", "meta")) {
      send(
          "page-" + UUID.randomUUID(),
          """
          {"total_items": 1, "total_pages": 1, "page_number": 1, "size": 1, "first_page": true,
            "last_page": true, "empty": false, "contents": %s, "%s": %s}
          """
              .formatted(kitchen, name, links));
    }
    for (String beside :
        List.of(
            "\"links\": [{\"id\": \"k\", \"url\": \"https://x.example\"}]",
            "\"meta\": {\"attributes\": [{\"value\": \"confidential-location\"}]}",
            "\"services\": []")) {
      coalition
          .olive()
          .post("/api/directory/imports?source=beside")
          .body("{\"contents\": %s, %s}".formatted(kitchen, beside))
          .send()
          .isProblem(422, "not-hsds")
          .hasFault("", "table-beside-page");
    }
  }

  @Test
  void storesNoMarkup() {
    assertThat(coalition.maya().get("/api/directory/services?words=cedarhouse").send().text())
        .contains("Recovery Residence")
        .doesNotContain("<b>");
    assertThat(
            jdbc.sql("select count(*) from directory_row where body::text ~ '<[a-z]'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void halfAFileChangesNothing() {
    byte[] whole = Coalition.seed("deploy/local/seed/directory.json");
    int before = imports();

    for (int cut : List.of(1, whole.length / 3, whole.length - 3)) {
      coalition
          .olive()
          .post("/api/directory/imports?source=half")
          .bytes(Arrays.copyOf(whole, cut))
          .send()
          .isProblem(400, "malformed");
    }
    byte[] broken = new String(whole, UTF_8).replace("Pantry", "P\u0001ntry").getBytes(UTF_8);
    broken[new String(broken, UTF_8).indexOf('\u0001')] = (byte) 0xff;
    coalition
        .olive()
        .post("/api/directory/imports?source=half")
        .bytes(broken)
        .send()
        .isProblem(400, "malformed");
    coalition
        .olive()
        .post("/api/directory/imports?source=half")
        .body("{}")
        .send()
        .isProblem(422, "not-hsds");

    assertThat(imports()).isEqualTo(before);
    assertThat(
            jdbc.sql("select count(*) from directory_row where source = 'half'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void takesTablesInAZipAndNoOtherFormat() {
    String source = "tables-" + UUID.randomUUID();
    byte[] zip =
        Zips.zip(
            Map.of(
                "organizations.csv",
                "id,name\no,One\n".getBytes(UTF_8),
                "services.csv",
                "id,organization_id,name,status\ns,o,Soup,active\nt,x,Lost,active\n"
                    .getBytes(UTF_8)));

    Answer taken =
        coalition
            .olive()
            .post("/api/directory/imports?source=" + source)
            .header("Content-Type", "application/zip")
            .bytes(zip)
            .send()
            .isCreated();

    assertThat(taken.json().at("/read").asInt()).isEqualTo(3);
    assertThat(taken.json().at("/stored").asInt()).isEqualTo(2);
    assertThat(only(source)).isNotNull();
    coalition
        .olive()
        .post("/api/directory/imports?source=" + source)
        .header("Content-Type", "text/csv")
        .body("id,name")
        .send()
        .isProblem(415, "unsupported-media-type");
  }

  @Test
  void anAgencyImportsForItselfOnly() {
    var cora = coalition.as("cora", "cedarhouse", Role.AGENCY_ADMIN);
    cora.post("/api/directory/imports?source=riverbend")
        .body("[]")
        .send()
        .isProblem(422, "source-not-yours");
    Answer stolen =
        cora.post("/api/directory/imports?source=cedarhouse")
            .body(
                """
                [{"id": "x", "name": "Not Lakeview", "organization_identifiers":
                  [{"id": "i", "identifier_type": "handrail:agency", "identifier": "lakeview"}]}]
                """)
            .send()
            .isCreated();

    assertThat(stolen.text()).contains("agency-not-yours");
    coalition.olive().get(stolen.header("Location")).send().isNotFound();
    coalition
        .maya()
        .post("/api/directory/imports?source=riverbend")
        .body("[]")
        .send()
        .isProblem(403, "role-not-allowed");
  }

  @Test
  void refusesWhatItCannotRead() {
    coalition.maya().get("/api/directory/services?limit=0").send().isProblem(400, "invalid");
    coalition.maya().get("/api/directory/services?limit=many").send().hasStatus(400);
    coalition.maya().get("/api/directory/services?after=nonsense").send().isProblem(400, "invalid");
    coalition
        .maya()
        .get("/api/directory/services?words={w}", "a".repeat(201))
        .send()
        .isProblem(400, "invalid");
    coalition.maya().get("/api/directory/services/{id}", UUID.randomUUID()).send().isNotFound();
    coalition.maya().get("/api/directory/services/not-an-id").send().isNotFound();
    coalition
        .olive()
        .post("/api/directory/imports?source=A%20B")
        .body("[]")
        .send()
        .isProblem(400, "invalid");
    coalition.olive().post("/api/directory/imports").body("[]").send().hasStatus(400);
    coalition
        .olive()
        .post("/api/directory/imports?source=x")
        .without("Idempotency-Key")
        .body("[]")
        .send()
        .isProblem(400, "idempotency-key-missing");
    coalition.anonymous().get("/api/directory/services").send().isProblem(401, "unauthenticated");
  }

  private void take(String source, String organizations) {
    send(source, organizations);
  }

  private Answer send(String source, String organizations) {
    return coalition
        .olive()
        .post("/api/directory/imports?source=" + source)
        .body(organizations)
        .send()
        .isCreated();
  }

  @Test
  void whatChangesInAFileOfItsOwnChangesForTheServicesOfAnEarlierOne() {
    String source = "apart-" + UUID.randomUUID();
    String code = "code-" + UUID.randomUUID();
    String name = "reedmace" + UUID.randomUUID().toString().replace("-", "");
    take(
        source,
        """
        [{"id": "o", "name": "Before", "services": [{"id": "s", "name": "Soup", "status": "active",
          "attributes": [{"id": "a", "taxonomy_term":
            {"id": "t", "code": "%1$s-old", "name": "%2$sold"}}]}]}]
        """
            .formatted(code, name));
    String id = only(source).toString();
    assertThat(found("need=" + code + "-old")).containsExactly(id);
    assertThat(found("q=" + name + "old")).containsExactly(id);

    take(
        source,
        """
        {"taxonomy_terms": [{"id": "t", "code": "%1$s-new", "name": "%2$snew"}]}
        """
            .formatted(code, name));
    assertThat(found("need=" + code + "-new")).containsExactly(id);
    coalition
        .maya()
        .get("/api/directory/services?need=" + code + "-old")
        .send()
        .isProblem(400, "invalid")
        .hasFaultOf("need", "unknown");
    assertThat(found("q=" + name + "new")).containsExactly(id);
    assertThat(found("q=" + name + "old")).isEmpty();

    take(source, "[{\"id\": \"o\", \"name\": \"After %sagain\"}]".formatted(name));
    assertThat(found("q=" + name + "again")).containsExactly(id);
  }

  /** Those that are called so, and not only nearly. */
  private List<String> found(String query) {
    JsonNode page = coalition.maya().get("/api/directory/services?" + query).send().isOk().json();
    return page.path("similar").asBoolean(false)
        ? List.of()
        : page.at("/items").valueStream().map(item -> item.path("id").asString()).toList();
  }

  private UUID only(String source) {
    return jdbc.sql("select id from directory_service where source = ?")
        .param(source)
        .query(UUID.class)
        .single();
  }

  private static String organization(String name, String phone) {
    return """
    [{"id": "o", "name": "%s", "services": [{"id": "s", "name": "Soup", "status": "active",
      "phones": [{"number": "%s"}]}]}]
    """
        .formatted(name, phone);
  }

  private int imports() {
    return jdbc.sql("select count(*) from directory_import").query(Integer.class).single();
  }
}
