package org.handrail.client.specialist;

import static org.handrail.platform.sql.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.specialist.Specialist.Entry;
import org.handrail.client.specialist.Specialist.Offers;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The specialists of the acting agency. */
@Repository
public class Specialists {
  private static final String SELECT =
      """
      select id, subject, name, programme, role_text, languages, cultures, gender, lived_experience, takes_new, joined_on,
        left_on, version
      from specialist where agency = :agency
      """;

  private final JdbcClient jdbc;

  Specialists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it was added: nobody stands on a roster twice. */
  boolean add(AgencyId agency, Specialist specialist) {
    return jdbc.sql(
                """
                insert into specialist (agency, id, subject, name, programme, role_text, languages, cultures, gender,
                  lived_experience, takes_new, joined_on, left_on, version)
                values (:agency, :id, :subject, :name, :programme, :roleText, :languages, :cultures, :gender, :lived, :takesNew,
                  :joined, :left, :version)
                on conflict (agency, subject) do nothing
                """)
            .params(parameters(agency, specialist))
            .update()
        == 1;
  }

  void save(AgencyId agency, Specialist specialist) {
    jdbc.sql(
            """
            update specialist set name = :name, programme = :programme, role_text = :roleText, languages = :languages,
              cultures = :cultures, gender = :gender, lived_experience = :lived, takes_new = :takesNew, joined_on = :joined,
              left_on = :left, version = :version
            where agency = :agency and id = :id
            """)
        .params(parameters(agency, specialist))
        .update();
  }

  public Optional<Specialist> find(AgencyId agency, SpecialistId id) {
    return jdbc.sql(SELECT + " and id = :id")
        .param("agency", agency.value())
        .param("id", id.value())
        .query(this::read)
        .optional();
  }

  public Optional<Specialist> of(AgencyId agency, SubjectId subject) {
    return jdbc.sql(SELECT + " and subject = :subject")
        .param("agency", agency.value())
        .param("subject", subject.value())
        .query(this::read)
        .optional();
  }

  /** Locks the entry: what depends on it waits. */
  public Optional<Specialist> lock(AgencyId agency, SubjectId subject) {
    return jdbc.sql(SELECT + " and subject = :subject for update")
        .param("agency", agency.value())
        .param("subject", subject.value())
        .query(this::read)
        .optional();
  }

  /** Whom a person may see: themselves, or everybody for those who keep the roster. */
  Optional<Specialist> inReach(
      AgencyId agency, SpecialistId id, SubjectId by, boolean keeps, boolean lock) {
    return jdbc.sql(
            SELECT + " and id = :id and (:keeps or subject = :by)" + (lock ? " for update" : ""))
        .param("agency", agency.value())
        .param("id", id.value())
        .param("by", by.value())
        .param("keeps", keeps)
        .query(this::read)
        .optional();
  }

  /** In the order of joining, from behind that one on; only one person's, or everybody's. */
  List<Specialist> page(
      AgencyId agency, @Nullable SubjectId only, @Nullable UUID after, int limit) {
    return jdbc.sql(
            "with seen as not materialized ("
                + SELECT
                + """
                 and (:only::text is null or subject = :only))
                select * from seen
                where :after::uuid is null or (joined_on, id) > (select p.joined_on, p.id from seen p where p.id = :after)
                order by joined_on, id limit :limit
                """)
        .param("agency", agency.value())
        .param("only", only == null ? null : only.value())
        .param("after", after)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  /** All who have not left. */
  public List<Specialist> active(AgencyId agency) {
    return jdbc.sql(SELECT + " and left_on is null order by joined_on, id")
        .param("agency", agency.value())
        .query(this::read)
        .list();
  }

  private static Map<String, @Nullable Object> parameters(AgencyId agency, Specialist specialist) {
    Map<String, @Nullable Object> all = new HashMap<>();
    all.put("agency", agency.value());
    all.put("id", specialist.id().value());
    all.put("subject", specialist.subject().value());
    all.put("name", specialist.entry().name());
    all.put("programme", specialist.entry().programme());
    all.put("roleText", specialist.entry().roleText());
    all.put("languages", specialist.entry().languages().toArray(String[]::new));
    all.put("cultures", specialist.offers().cultures().toArray(String[]::new));
    all.put("gender", specialist.offers().gender());
    all.put("lived", specialist.offers().livedExperience().toArray(String[]::new));
    all.put("takesNew", specialist.offers().takesNew());
    all.put("joined", specialist.joinedOn());
    all.put("left", specialist.leftOn());
    all.put("version", specialist.version());
    return all;
  }

  private Specialist read(ResultSet row, int number) throws SQLException {
    return new Specialist(
        new SpecialistId(row.getObject("id", UUID.class)),
        new SubjectId(row.getString("subject")),
        new Entry(
            row.getString("name"),
            row.getString("programme"),
            row.getString("role_text"),
            texts(row, "languages")),
        new Offers(
            texts(row, "cultures"),
            row.getString("gender"),
            texts(row, "lived_experience"),
            row.getBoolean("takes_new")),
        row.getObject("joined_on", LocalDate.class),
        row.getObject("left_on", LocalDate.class),
        row.getLong("version"));
  }
}
