package org.handrail.client.credential;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.credential.Requirement.Counted;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hours of each certification, and who signed them. Rows are only added (CERT-3). */
@Repository
class HoursLedger {
  // What a supervisor did not accept is there to be read, and stands in nobody's way.
  private static final String NOT_REFUSED =
      """
       and not exists (select from hours_signature s where s.agency = e.agency and s.entry_id = e.id and not s.accepted)
      """;
  private static final String SELECT =
      """
      select e.id, e.kind, e.domain, e.topic, e.activity, e.provider, e.starts_at, e.ends_at, e.day, e.minutes, e.live, e.academy,
        s.accepted, s.signed_by, s.signed_at
      from hours_entry e left join hours_signature s on s.agency = e.agency and s.entry_id = e.id
      where e.agency = :agency and e.credential_id = :credential
      """;

  private final JdbcClient jdbc;

  HoursLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether a supervisor took the hours. */
  record Signature(boolean accepted, String by, Instant at) {}

  record Line(HoursEntry entry, @Nullable Signature signature) {}

  void add(
      AgencyId agency, CredentialId to, HoursEntry entry, SubjectId of, SubjectId by, Instant at) {
    jdbc.sql(
            """
            insert into hours_entry (agency, id, credential_id, kind, domain, topic, activity, provider, starts_at, ends_at, day,
              minutes, live, academy, subject, recorded_by, recorded_at)
            values (:agency, :id, :credential, :kind, :domain, :topic, :activity, :provider, :starts, :ends, :day, :minutes, :live,
              :academy, :subject, :by, :at)
            """)
        .param("agency", agency.value())
        .param("id", entry.id())
        .param("credential", to.value())
        .param("kind", Codes.of(entry.kind()))
        .param("domain", entry.domain())
        .param("topic", entry.topic())
        .param("activity", entry.activity())
        .param("provider", entry.provider())
        .param("starts", utc(entry.startsAt()))
        .param("ends", utc(entry.endsAt()))
        .param("day", entry.day())
        .param("minutes", entry.minutes())
        .param("live", entry.live())
        .param("academy", entry.academy())
        .param("subject", of.value())
        .param("by", by.value())
        .param("at", utc(at))
        .update();
  }

  void sign(AgencyId agency, UUID entry, boolean accepted, SubjectId by, Instant at) {
    jdbc.sql(
            """
            insert into hours_signature (agency, entry_id, accepted, signed_by, signed_at)
            values (:agency, :entry, :accepted, :by, :at)
            """)
        .param("agency", agency.value())
        .param("entry", entry)
        .param("accepted", accepted)
        .param("by", by.value())
        .param("at", utc(at))
        .update();
  }

  /** Whether some of that time is counted already. */
  boolean overlaps(AgencyId agency, CredentialId to, Instant startsAt, Instant endsAt) {
    return jdbc.sql(
            """
            select exists (select from hours_entry e
              where e.agency = :agency and e.credential_id = :credential and e.starts_at < :ends and e.ends_at > :starts
            """
                + NOT_REFUSED
                + ")")
        .param("agency", agency.value())
        .param("credential", to.value())
        .param("starts", utc(startsAt))
        .param("ends", utc(endsAt))
        .query(Boolean.class)
        .single();
  }

  /** Whether the same lesson is counted already between those days. */
  boolean heard(AgencyId agency, CredentialId to, HoursEntry lesson, Cycle within) {
    return jdbc.sql(
            """
            select exists (select from hours_entry e
              where e.agency = :agency and e.credential_id = :credential and e.kind in ('training', 'ce')
                and name_key(e.activity) = name_key(:activity) and name_key(e.provider) = name_key(:provider)
                and e.day between :from and :until
            """
                + NOT_REFUSED
                + ")")
        .param("agency", agency.value())
        .param("credential", to.value())
        .param("activity", lesson.activity())
        .param("provider", lesson.provider())
        .param("from", within.from())
        .param("until", within.until())
        .query(Boolean.class)
        .single();
  }

  Optional<Line> find(AgencyId agency, CredentialId of, UUID entry) {
    return jdbc.sql(SELECT + " and e.id = :entry")
        .param("agency", agency.value())
        .param("credential", of.value())
        .param("entry", entry)
        .query(HoursLedger::line)
        .optional();
  }

  /** In the order of time, from behind that one on. */
  List<Line> page(AgencyId agency, CredentialId of, @Nullable UUID after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 and (:after::uuid is null or (e.starts_at, e.id) > (
                    select p.starts_at, p.id from hours_entry p
                    where p.agency = :agency and p.credential_id = :credential and p.id = :after))
                order by e.starts_at, e.id limit :limit
                """)
        .param("agency", agency.value())
        .param("credential", of.value())
        .param("after", after)
        .param("limit", limit)
        .query(HoursLedger::line)
        .list();
  }

  /** What was signed. */
  List<Counted> counted(AgencyId agency, CredentialId of) {
    return jdbc
        .sql(SELECT + " and s.accepted")
        .param("agency", agency.value())
        .param("credential", of.value())
        .query(HoursLedger::line)
        .list()
        .stream()
        .map(line -> line.entry().counted())
        .toList();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    var entry =
        new HoursEntry(
            row.getObject("id", UUID.class),
            Codes.to(HoursKind.class, row.getString("kind")),
            row.getString("domain"),
            row.getString("topic"),
            row.getString("activity"),
            row.getString("provider"),
            instant(row, "starts_at"),
            instant(row, "ends_at"),
            row.getObject("day", LocalDate.class),
            row.getInt("minutes"),
            row.getBoolean("live"),
            row.getBoolean("academy"));
    @Nullable String signedBy = row.getString("signed_by");
    return new Line(
        entry,
        signedBy == null
            ? null
            : new Signature(row.getBoolean("accepted"), signedBy, instant(row, "signed_at")));
  }
}
