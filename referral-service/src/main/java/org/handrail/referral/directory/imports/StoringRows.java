package org.handrail.referral.directory.imports;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.platform.sql.Columns;
import org.handrail.referral.directory.PostalCode;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts the rows of one file into the directory, each under the id that its source gives it. */
final class StoringRows {
  private static final List<Kind> BEFORE_OTHERS =
      List.of(Kind.ORGANIZATION, Kind.LOCATION, Kind.SERVICE, Kind.TAXONOMY_TERM);
  private static final Map<Kind, List<String>> COLUMNS = columns();

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final String source;
  private final Instant now;
  private final Map<RowKey, UUID> ids = new HashMap<>();
  private final Findings findings = new Findings();

  StoringRows(JdbcClient jdbc, JsonMapper json, String source, Instant now) {
    this.jdbc = jdbc;
    this.json = json;
    this.source = source;
    this.now = now;
  }

  /** Returns what became of rows otherwise than their source has it. */
  List<Finding> store(Collection<HsdsRow> rows) {
    for (Kind kind : BEFORE_OTHERS) {
      rows.stream().filter(row -> row.key.kind() == kind).forEach(this::typed);
    }
    rows.stream().filter(row -> !BEFORE_OTHERS.contains(row.key.kind())).forEach(this::typed);
    rows.forEach(this::whole);
    var orphans = new Orphans(jdbc, source, placed(rows));
    rows.stream().map(row -> row.key).forEach(orphans::unlink);
    rows.stream().flatMap(StoringRows::owned).forEach(this::link);
    orphans.forget(rows.stream().map(row -> row.key).collect(toSet()));
    orphans.ownersOfOthers(rows.stream().flatMap(StoringRows::owned)).forEach(this::changed);
    rows.stream().filter(row -> row.key.kind() == Kind.SERVICE).forEach(this::terms);
    rows.stream().filter(row -> row.key.kind() == Kind.ATTRIBUTE).forEach(this::term);
    codes();
    words();
    return findings.all();
  }

  /** Plans that were made for a smaller directory are made anew. */
  static void count(JdbcClient jdbc) {
    String tables =
        COLUMNS.keySet().stream().map(kind -> ", directory_" + kind.code()).collect(joining());
    jdbc.sql("analyze directory_row, directory_owner, directory_service_term" + tables).update();
  }

  private static Set<RowKey> placed(Collection<HsdsRow> rows) {
    return rows.stream()
        .filter(row -> row.key.kind() == Kind.SERVICE_AT_LOCATION)
        .flatMap(StoringRows::owned)
        .map(FileLinks.Link::owner)
        .collect(toSet());
  }

  private void typed(HsdsRow row) {
    List<String> columns = COLUMNS.get(row.key.kind());
    if (columns == null) {
      return;
    }
    var values = new HashMap<String, @Nullable Object>();
    columns.forEach(column -> values.put(column, value(row, column)));
    ids.put(row.key, upsert("directory_" + row.key.kind().code(), columns, values, row.key.id()));
  }

  private @Nullable Object value(HsdsRow row, String column) {
    return switch (column) {
      case "organization_id" -> ids.get(organization(row));
      case "service_id" -> ids.get(owner(row, Kind.SERVICE));
      case "location_id" -> ids.get(new RowKey(Kind.LOCATION, required(row.text("location_id"))));
      case "year_incorporated", "extension" -> whole(row.number(column));
      case "assured_date", "valid_from", "valid_to" -> date(row.text(column));
      case "postal_code" -> area(row.text(column));
      case "confidential" -> row.values.containsKey("confidential");
      default -> row.values.get(column);
    };
  }

  private UUID upsert(
      String table, List<String> columns, Map<String, @Nullable Object> values, String externalId) {
    boolean service = table.equals("directory_service");
    String names = String.join(", ", columns) + (service ? ", first_seen, known_on" : "");
    String params =
        String.join(", :", columns)
            + (service
                ? ", (:now::timestamptz at time zone 'UTC')::date, (:now::timestamptz at time zone"
                    + " 'UTC')::date"
                : "");
    String updates = String.join(", ", columns.stream().map(c -> c + " = excluded." + c).toList());
    return jdbc.sql(
            """
            insert into %1$s (id, source, external_id, imported_at, %2$s)
            values (case when exists (select 1 from %1$s where id = :wanted) then gen_random_uuid()
              else :wanted end, :source, :externalId, :now, :%3$s)
            on conflict (source, external_id) do update set imported_at = excluded.imported_at, %4$s
            returning id
            """
                .formatted(table, names, params, updates))
        .param("wanted", wanted(externalId))
        .param("source", source)
        .param("externalId", externalId)
        .param("now", Columns.utc(now))
        .params(values)
        .query(UUID.class)
        .single();
  }

  private void whole(HsdsRow row) {
    UUID id =
        jdbc.sql(
                """
                insert into directory_row
                  (id, source, kind, external_id, body, imported_at, modified_at)
                values (case when :known then :id
                    when exists (select 1 from directory_row where kind = :kind and id = :id)
                      then gen_random_uuid()
                    else :id end,
                  :source, :kind, :externalId, :body::jsonb, :now, :now)
                on conflict (source, kind, external_id)
                  do update set body = excluded.body, imported_at = excluded.imported_at,
                    modified_at = case when directory_row.body = excluded.body
                      then directory_row.modified_at else excluded.modified_at end
                returning id
                """)
            .param("known", ids.containsKey(row.key))
            .param("id", ids.containsKey(row.key) ? ids.get(row.key) : wanted(row.key.id()))
            .param("source", source)
            .param("kind", row.key.kind().code())
            .param("externalId", row.key.id())
            .param("body", json.writeValueAsString(row.values))
            .param("now", Columns.utc(now))
            .query(UUID.class)
            .single();
    if (SharedKey.isUuid(row.key.id()) && !id.equals(UUID.fromString(row.key.id()))) {
      findings.note(
          row.pointers.getFirst(),
          row.key.kind(),
          row.key.id(),
          "id-taken",
          "another row has this id already; others find it by %s".formatted(id));
    }
  }

  private static Stream<FileLinks.Link> owned(HsdsRow row) {
    return row.owners.stream()
        .filter(owner -> owner.kind().holdsMany(row.key.kind()))
        .map(owner -> new FileLinks.Link(row.key, owner));
  }

  private void link(FileLinks.Link link) {
    jdbc.sql(
            """
            insert into directory_owner (source, owner_kind, owner_external_id, kind, external_id)
            values (:source, :ownerKind, :ownerId, :kind, :externalId)
            """)
        .param("source", source)
        .param("ownerKind", link.owner().kind().code())
        .param("ownerId", link.owner().id())
        .param("kind", link.row().kind().code())
        .param("externalId", link.row().id())
        .update();
  }

  private void changed(RowKey row) {
    jdbc.sql(
            """
            update directory_row set modified_at = :now
            where source = :source and kind = :kind and external_id = :externalId
            """)
        .param("now", Columns.utc(now))
        .param("source", source)
        .param("kind", row.kind().code())
        .param("externalId", row.id())
        .update();
  }

  private void terms(HsdsRow service) {
    jdbc.sql("delete from directory_service_term where service_id = :id")
        .param("id", ids.get(service.key))
        .update();
  }

  private void term(HsdsRow attribute) {
    UUID term =
        ids.get(new RowKey(Kind.TAXONOMY_TERM, required(attribute.text("taxonomy_term_id"))));
    for (RowKey owner : attribute.owners) {
      if (owner.kind() == Kind.SERVICE) {
        jdbc.sql(
                """
                insert into directory_service_term (service_id, term_id, code)
                select :service, id, lower(code) from directory_taxonomy_term where id = :term
                on conflict do nothing
                """)
            .param("service", ids.get(owner))
            .param("term", term)
            .update();
      }
    }
  }

  /** Services of an earlier file have their terms as this one describes them. */
  private void codes() {
    jdbc.sql(
            """
            update directory_service_term st set code = lower(t.code)
            from directory_taxonomy_term t
            where t.id = st.term_id and t.source = :source and t.imported_at = :now
              and st.code is distinct from lower(t.code)
            """)
        .param("source", source)
        .param("now", Columns.utc(now))
        .update();
  }

  /** Of what came in now, and of what has an organization or a term that did. */
  private void words() {
    jdbc.sql(
            """
            update directory_service s
            set words = setweight(to_tsvector('english', s.name), 'A')
              || setweight(to_tsvector('english', o.name || ' ' || coalesce(o.alternate_name, '')), 'B')
              || setweight(to_tsvector('english', coalesce(s.alternate_name, '') || ' '
                   || coalesce(s.description, '')), 'C')
              || setweight(to_tsvector('english', coalesce((
                   select string_agg(coalesce(t.name, ''), ' ') from directory_service_term st
                   join directory_taxonomy_term t on t.id = st.term_id where st.service_id = s.id), '')), 'B')
            from directory_organization o
            where o.id = s.organization_id and s.source = :source
              and (:now in (s.imported_at, o.imported_at)
                or exists (select from directory_service_term st
                  join directory_taxonomy_term t on t.id = st.term_id
                  where st.service_id = s.id and t.imported_at = :now))
            """)
        .param("source", source)
        .param("now", Columns.utc(now))
        .update();
  }

  /** What others know by an id should be found by it here; what has none gets one. */
  private static UUID wanted(String externalId) {
    return SharedKey.isUuid(externalId) ? UUID.fromString(externalId) : UUID.randomUUID();
  }

  private static RowKey organization(HsdsRow service) {
    String named = service.text("organization_id");
    return named == null ? owner(service, Kind.ORGANIZATION) : new RowKey(Kind.ORGANIZATION, named);
  }

  private static RowKey owner(HsdsRow row, Kind kind) {
    return row.owners.stream().filter(o -> o.kind() == kind).findFirst().orElseThrow();
  }

  private static String required(@Nullable String value) {
    return Objects.requireNonNull(value);
  }

  private static @Nullable Integer whole(@Nullable Double number) {
    return number == null ? null : number.intValue();
  }

  /** By which it is looked for; the row keeps the whole. */
  private static @Nullable String area(@Nullable String postalCode) {
    return postalCode == null ? null : PostalCode.area(postalCode);
  }

  private static @Nullable LocalDate date(@Nullable String date) {
    return date == null ? null : LocalDate.parse(date);
  }

  /** Those of a kind's own table; none for what is kept whole only. */
  static List<String> columns(Kind kind) {
    return COLUMNS.getOrDefault(kind, List.of());
  }

  private static Map<Kind, List<String>> columns() {
    return Map.of(
        Kind.ORGANIZATION,
        names(
            "name alternate_name description email website year_incorporated legal_status agency"),
        Kind.LOCATION,
        names(
            "name alternate_name description location_type transportation url latitude longitude"
                + " confidential"),
        Kind.SERVICE,
        names(
            "organization_id name alternate_name description url email status application_process"
                + " fees_description wait_time eligibility_description minimum_age maximum_age"
                + " assured_date alert"),
        Kind.SERVICE_AT_LOCATION,
        names("service_id location_id description"),
        Kind.TAXONOMY_TERM,
        names("taxonomy code name description"),
        Kind.ADDRESS,
        names("address_1 address_2 city state_province postal_code country address_type"),
        Kind.PHONE,
        names("number extension type description"),
        Kind.SCHEDULE,
        names("freq byday opens_at closes_at valid_from valid_to description"),
        Kind.LANGUAGE,
        names("code name note"));
  }

  private static List<String> names(String names) {
    return List.of(names.split(" ", -1));
  }
}
