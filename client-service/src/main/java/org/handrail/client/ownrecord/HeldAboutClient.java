package org.handrail.client.ownrecord;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handrail.client.access.LogReader;
import org.handrail.client.client.ClientId;
import org.handrail.client.voice.Confined;
import org.handrail.platform.caller.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Everything that the acting agency's database of this service holds about one client. */
@Repository
class HeldAboutClient {
  private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");
  private static final TypeReference<Map<String, Object>> ROW = new TypeReference<>() {};

  private static final List<String> WHOSE = List.of("agency", "client_id");

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final List<Confined> confined;

  HeldAboutClient(JdbcClient jdbc, JsonMapper json, List<Confined> confined) {
    this.jdbc = jdbc;
    this.json = json;
    this.confined = confined;
  }

  /**
   * The rows of each section that has any, by its name, the oldest first.
   *
   * @param reader as what somebody reads who hands it to the client, or the client
   */
  Map<String, List<Map<String, Object>>> rows(
      AgencyId agency, ClientId client, List<Section> sections, LogReader reader) {
    var rows = new LinkedHashMap<String, List<Map<String, Object>>>();
    var without = sections.stream().collect(toMap(Section::name, Section::without));
    jdbc.sql(sections.stream().map(HeldAboutClient::select).collect(joining(" union all ")))
        .params(whose(agency, client, reader))
        .query(
            row -> {
              var section = row.getString("section");
              var held = json.readValue(row.getString("held"), ROW);
              held.keySet().removeAll(WHOSE);
              held.keySet().removeAll(Objects.requireNonNull(without.get(section)));
              rows.computeIfAbsent(section, _ -> new ArrayList<>()).add(camelCase(held));
            });
    rows.values().forEach(section -> section.sort(Moments.OLDEST_FIRST));
    return rows;
  }

  /** Whether that section of theirs has a row of that id. */
  boolean holds(AgencyId agency, ClientId client, Section section, UUID id, LogReader reader) {
    return jdbc.sql(
            "select exists (select from %s t where t.agency = :agency and %s and t.id = :id)"
                .formatted(section.table(), section.theirs()))
        .params(whose(agency, client, reader))
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** The tables whose rows can be named by an id. */
  Set<String> tablesWithIds() {
    return jdbc.sql(
            """
            select table_name from information_schema.columns
            where table_schema = current_schema() and column_name = 'id' and data_type = 'uuid'
            """)
        .query((row, _) -> Objects.requireNonNull(row.getString("table_name")))
        .set();
  }

  private Map<String, Object> whose(AgencyId agency, ClientId client, LogReader reader) {
    return Map.of(
        "agency",
        agency.value(),
        "client",
        client.value(),
        "asTheClient",
        reader == LogReader.CLIENT,
        "confined",
        confined.stream()
            .map(Confined::kind)
            .filter(Sections::areForTheClientAlone)
            .toArray(String[]::new),
        "keptFrom",
        looksKept(reader).toArray(String[]::new));
  }

  // Whoever hands it to the client reads it, and gives them nothing that is kept from them.
  private static Stream<String> looksKept(LogReader reader) {
    return Stream.concat(LogReader.CLIENT.keptFrom().stream(), reader.keptFrom().stream())
        .distinct();
  }

  private static Map<String, Object> camelCase(Map<String, Object> row) {
    var named = new LinkedHashMap<String, Object>();
    row.forEach(
        (column, value) ->
            named.put(
                UNDERSCORE.matcher(column).replaceAll(one -> one.group(1).toUpperCase(Locale.ROOT)),
                value));
    return named;
  }

  // Names of tables and columns come from the list of sections alone.
  private static String select(Section section) {
    return """
    select '%s' as section, row_to_json(t)::text as held
    from %s t where t.agency = :agency and %s
    """
        .formatted(section.name(), section.table(), section.theirs());
  }
}
