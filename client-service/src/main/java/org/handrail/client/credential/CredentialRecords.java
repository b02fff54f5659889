package org.handrail.client.credential;

import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.specialist.SpecialistId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the specialists of the acting agency are certified as. Steps are only added. */
@Repository
class CredentialRecords {
  private final JdbcClient jdbc;

  CredentialRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(CredentialId id, SpecialistId specialist, String scheme, long version) {}

  /** Whether it was added: nobody holds the same scheme twice. */
  boolean add(AgencyId agency, Credential credential, SubjectId by, Instant at) {
    var added =
        jdbc.sql(
                """
                insert into credential (agency, id, specialist_id, scheme, version)
                values (:agency, :id, :specialist, :scheme, :version) on conflict (agency, specialist_id, scheme) do nothing
                """)
            .param("agency", agency.value())
            .param("id", credential.id().value())
            .param("specialist", credential.specialist().value())
            .param("scheme", credential.scheme())
            .param("version", credential.version())
            .update();
    if (added == 1) {
      addStep(agency, credential, by, at);
    }
    return added == 1;
  }

  /** Keeps the last step of it. */
  void saveStep(AgencyId agency, Credential credential, SubjectId by, Instant at) {
    touch(agency, credential.id(), credential.version());
    addStep(agency, credential, by, at);
  }

  void touch(AgencyId agency, CredentialId id, long version) {
    jdbc.sql("update credential set version = :version where agency = :agency and id = :id")
        .param("version", version)
        .param("agency", agency.value())
        .param("id", id.value())
        .update();
  }

  private void addStep(AgencyId agency, Credential credential, SubjectId by, Instant at) {
    var step = credential.history().last();
    var cycle = step.cycle();
    jdbc.sql(
            """
            insert into credential_step (agency, credential_id, position, kind, on_day, from_day, until_day, ends_as,
              scheme_version, number, issuer, recorded_by, recorded_at)
            values (:agency, :credential, :position, :kind, :on, :from, :until, :endsAs, :schemeVersion, :number, :issuer, :by, :at)
            """)
        .param("agency", agency.value())
        .param("credential", credential.id().value())
        .param("position", credential.history().steps().size())
        .param("kind", Codes.of(step.kind()))
        .param("on", step.on())
        .param("from", cycle == null ? null : cycle.from())
        .param("until", cycle == null ? null : cycle.until())
        .param("endsAs", cycle == null ? null : Codes.of(step.endsAs()))
        .param("schemeVersion", step.schemeVersion())
        .param("number", step.number())
        .param("issuer", step.issuer())
        .param("by", by.value())
        .param("at", utc(at))
        .update();
  }

  /** Whose one is; of one that there is not, nobody's. */
  SpecialistId specialist(AgencyId agency, CredentialId id) {
    return jdbc.sql("select specialist_id from credential where agency = :agency and id = :id")
        .param("agency", agency.value())
        .param("id", id.value())
        .query((row, _) -> new SpecialistId(row.getObject("specialist_id", UUID.class)))
        .optional()
        .orElseGet(SpecialistId::ofNobody);
  }

  Optional<Credential> find(AgencyId agency, CredentialId id) {
    return jdbc.sql(
            "select id, specialist_id, scheme, version from credential where agency = :agency and"
                + " id = :id")
        .param("agency", agency.value())
        .param("id", id.value())
        .query(CredentialRecords::row)
        .optional()
        .map(row -> whole(agency, row));
  }

  List<Credential> of(AgencyId agency, SpecialistId specialist) {
    return jdbc
        .sql(
            """
            select id, specialist_id, scheme, version from credential
            where agency = :agency and specialist_id = :specialist order by scheme
            """)
        .param("agency", agency.value())
        .param("specialist", specialist.value())
        .query(CredentialRecords::row)
        .list()
        .stream()
        .map(row -> whole(agency, row))
        .toList();
  }

  private Credential whole(AgencyId agency, Row row) {
    var steps =
        jdbc.sql(
                """
                select kind, on_day, from_day, until_day, ends_as, scheme_version, number, issuer from credential_step
                where agency = :agency and credential_id = :credential order by position
                """)
            .param("agency", agency.value())
            .param("credential", row.id().value())
            .query(CredentialRecords::step)
            .list();
    return new Credential(
        row.id(), row.specialist(), row.scheme(), new History(steps), row.version());
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        new CredentialId(row.getObject("id", UUID.class)),
        new SpecialistId(row.getObject("specialist_id", UUID.class)),
        row.getString("scheme"),
        row.getLong("version"));
  }

  private static Step step(ResultSet row, int number) throws SQLException {
    @Nullable LocalDate from = row.getObject("from_day", LocalDate.class);
    @Nullable LocalDate until = row.getObject("until_day", LocalDate.class);
    @Nullable String endsAs = row.getString("ends_as");
    return new Step(
        Codes.to(StepKind.class, row.getString("kind")),
        row.getObject("on_day", LocalDate.class),
        from == null || until == null ? null : new Cycle(from, until),
        endsAs == null ? State.LAPSED : Codes.to(State.class, endsAs),
        row.getString("scheme_version"),
        row.getString("number"),
        row.getString("issuer"));
  }
}
