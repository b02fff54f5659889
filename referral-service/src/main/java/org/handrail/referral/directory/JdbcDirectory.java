package org.handrail.referral.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.referral.directory.assurance.Assurance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The directory in PostgreSQL. */
@Repository
public class JdbcDirectory implements Directory {
  private static final String VIEW =
      """
      select s.id, s.name, s.description, s.status, s.stale_on, s.hidden_on, greatest(s.assured_date, s.confirmed_on) as assured_date,
        s.application_process,
        s.fees_description, s.alert, s.url, s.eligibility_description, s.minimum_age, s.maximum_age,
        c.certified_by, c.certified_until,
        o.id as organization_id, o.name as organization_name, o.agency,
        (select jsonb_build_object('name', l.name, 'city', a.city, 'state', a.state_province)
         from directory_service_at_location sl
         join directory_location l on l.id = sl.location_id
         left join directory_owner w on w.source = l.source and w.owner_kind = 'location'
           and w.owner_external_id = l.external_id and w.kind = 'address'
         left join directory_address a on a.source = w.source and a.external_id = w.external_id
         where sl.service_id = s.id order by sl.id, a.id limit 1) as location,
        coalesce(%s, %s, '[]'::jsonb) as phones,
        coalesce((select jsonb_agg(jsonb_build_object('code', g.code, 'name', g.name) order by g.code)
         from directory_owner w
         join directory_language g on g.source = w.source and g.external_id = w.external_id
         where w.source = s.source and w.owner_kind = 'service' and w.owner_external_id = s.external_id
           and w.kind = 'language'), '[]'::jsonb) as languages,
        coalesce((select jsonb_agg(jsonb_build_object('freq', c.freq, 'byday', c.byday,
            'opensAt', c.opens_at, 'closesAt', c.closes_at, 'description', c.description)
            order by c.byday, c.opens_at)
         from directory_owner w
         join directory_schedule c on c.source = w.source and c.external_id = w.external_id
         where w.source = s.source and w.owner_kind = 'service' and w.owner_external_id = s.external_id
           and w.kind = 'schedule'), '[]'::jsonb) as schedules,
        coalesce((select jsonb_agg(
            jsonb_build_object('taxonomy', t.taxonomy, 'code', t.code, 'name', t.name)
            order by t.taxonomy, t.code)
         from directory_service_term st join directory_taxonomy_term t on t.id = st.term_id
         where st.service_id = s.id), '[]'::jsonb) as taxonomies
      from directory_service s join directory_organization o on o.id = s.organization_id
      left join lateral (select * from directory_certification where service_id = s.id) c on true
      """
          .formatted(phones("service", "s"), phones("organization", "o"));

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Assurance assurance;

  JdbcDirectory(JdbcClient jdbc, JsonMapper json, Assurance assurance) {
    this.jdbc = jdbc;
    this.json = json;
    this.assurance = assurance;
  }

  public Optional<ServiceView> show(UUID id) {
    return jdbc.sql(VIEW + "where s.id = :id").param("id", id).query(this::view).optional();
  }

  /** Those of these that are there, in no order. */
  public List<ServiceView> show(Collection<UUID> ids) {
    return jdbc.sql(VIEW + "where s.id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(this::view)
        .list();
  }

  /** Whom those of these services take that can be found. */
  public Map<UUID, WhomItTakes> taking(Collection<UUID> ids) {
    var takes = new HashMap<UUID, WhomItTakes>();
    jdbc.sql(
            """
            select service_id, facets, minimum_age, maximum_age from directory_found
            where service_id = any(:ids) and place = 0
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query(
            row -> {
              takes.put(
                  row.getObject("service_id", UUID.class),
                  new WhomItTakes(
                      Set.of((String[]) row.getArray("facets").getArray()),
                      row.getObject("minimum_age", Double.class),
                      row.getObject("maximum_age", Double.class)));
            });
    return takes;
  }

  @Override
  public Optional<ServiceListing> offered(UUID serviceId) {
    return offered(List.of(serviceId)).stream().findFirst();
  }

  @Override
  public List<ServiceListing> offered(Collection<UUID> serviceIds) {
    return jdbc.sql(
            """
            select s.id, s.name, o.name as organization, o.agency,
              array(select st.code from directory_service_term st
                where st.service_id = s.id and st.code is not null order by st.code) as needs
            from directory_service s join directory_organization o on o.id = s.organization_id
            where s.id = any(:ids) and s.status = 'active' and s.hidden_on > :today
            """)
        .param("today", assurance.today())
        .param("ids", serviceIds.toArray(UUID[]::new))
        .query(
            (row, number) -> {
              String agency = row.getString("agency");
              return new ServiceListing(
                  row.getObject("id", UUID.class),
                  row.getString("name"),
                  row.getString("organization"),
                  agency == null ? null : new AgencyId(agency),
                  List.of((String[]) row.getArray("needs").getArray()));
            })
        .list();
  }

  @Override
  public Set<UUID> forSomethingElse(String need, Collection<UUID> serviceIds) {
    var services =
        jdbc.sql(
                """
                select distinct st.service_id from directory_service_term st
                join directory_taxonomy_term t on t.id = st.term_id
                where st.service_id = any(:ids)
                  and t.taxonomy in (select taxonomy from directory_taxonomy_term where lower(code) = :need)
                  and not exists (select 1 from directory_service_term same
                    where same.service_id = st.service_id and same.code = :need)
                """)
            .param("ids", serviceIds.toArray(UUID[]::new))
            .param("need", need.toLowerCase(Locale.ROOT))
            .query((row, number) -> row.getObject("service_id", UUID.class))
            .list();
    return new HashSet<>(services);
  }

  @Override
  public boolean isRunBy(AgencyId agency, UUID serviceId) {
    return assurance.ofAgency(serviceId, agency).isPresent();
  }

  @Override
  public int countFor(String need) {
    return jdbc.sql(
            """
            select count(distinct st.service_id) from directory_service_term st
            join directory_service s on s.id = st.service_id
            where st.code = :need and s.status = 'active' and s.hidden_on > :today
            """)
        .param("today", assurance.today())
        .param("need", need.toLowerCase(Locale.ROOT))
        .query(Integer.class)
        .single();
  }

  private ServiceView view(ResultSet row, int number) throws SQLException {
    String location = row.getString("location");
    return new ServiceView(
        row.getObject("id", UUID.class),
        row.getString("name"),
        new ServiceView.Organization(
            row.getObject("organization_id", UUID.class),
            row.getString("organization_name"),
            row.getString("agency")),
        row.getString("description"),
        row.getString("status"),
        row.getObject("assured_date", LocalDate.class),
        assured(row),
        location == null ? null : json.readValue(location, ServiceView.Location.class),
        many(row.getString("phones"), ServiceView.Phone[].class),
        many(row.getString("languages"), ServiceView.Language[].class),
        many(row.getString("schedules"), ServiceView.Schedule[].class),
        new ServiceView.Eligibility(
            row.getString("eligibility_description"),
            row.getObject("minimum_age", Double.class),
            row.getObject("maximum_age", Double.class)),
        row.getString("application_process"),
        row.getString("fees_description"),
        row.getString("alert"),
        row.getString("url"),
        many(row.getString("taxonomies"), ServiceView.Taxonomy[].class),
        certification(row));
  }

  private ServiceView.@Nullable Certification certification(ResultSet row) throws SQLException {
    String by = row.getString("certified_by");
    LocalDate until = row.getObject("certified_until", LocalDate.class);
    return by == null && until == null
        ? null
        : new ServiceView.Certification(
            by, until, until != null && until.isBefore(assurance.today()));
  }

  private ServiceView.Assured assured(ResultSet row) throws SQLException {
    LocalDate today = assurance.today();
    if (!today.isBefore(row.getObject("hidden_on", LocalDate.class))) {
      return ServiceView.Assured.HIDDEN;
    }
    return today.isBefore(row.getObject("stale_on", LocalDate.class))
        ? ServiceView.Assured.CONFIRMED
        : ServiceView.Assured.STALE;
  }

  private <T> List<T> many(String array, Class<T[]> type) {
    return Arrays.asList(json.readValue(array, type));
  }

  private static String phones(String kind, String owner) {
    return """
    (select jsonb_agg(jsonb_build_object('number', p.number, 'extension', p.extension,
        'description', p.description) order by p.number)
     from directory_owner w
     join directory_phone p on p.source = w.source and p.external_id = w.external_id
     where w.source = %2$s.source and w.owner_kind = '%1$s'
       and w.owner_external_id = %2$s.external_id and w.kind = 'phone')
    """
        .formatted(kind, owner);
  }
}
