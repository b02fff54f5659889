package org.handrail.client.caseload;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whom specialists know otherwise. The database shows each of them their own; everybody else hears
 * only whether somebody can take a place.
 */
@Repository
class DualRelationships {
  private final JdbcClient jdbc;

  DualRelationships(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Somebody whom a specialist knows otherwise: a client of theirs, or anybody by name. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Known(
      UUID id,
      @Nullable UUID clientId,
      @Nullable String name,
      @Nullable LocalDate born,
      Instant declaredAt) {}

  void add(AgencyId agency, SubjectId of, Known known) {
    jdbc.sql(
            """
            insert into dual_relationship (agency, id, subject, client_id, name, born, declared_at)
            values (:agency, :id, :subject, :client, :name, :born, :at)
            """)
        .param("agency", agency.value())
        .param("id", known.id())
        .param("subject", of.value())
        .param("client", known.clientId())
        .param("name", known.name())
        .param("born", known.born())
        .param("at", utc(known.declaredAt()))
        .update();
  }

  boolean remove(AgencyId agency, SubjectId of, UUID id) {
    return jdbc.sql(
                "delete from dual_relationship where agency = :agency and subject = :subject and id"
                    + " = :id")
            .param("agency", agency.value())
            .param("subject", of.value())
            .param("id", id)
            .update()
        == 1;
  }

  List<Known> of(AgencyId agency, SubjectId subject) {
    return jdbc.sql(
            """
            select id, client_id, name, born, declared_at from dual_relationship
            where agency = :agency and subject = :subject order by declared_at, id
            """)
        .param("agency", agency.value())
        .param("subject", subject.value())
        .query(
            (row, _) ->
                new Known(
                    row.getObject("id", UUID.class),
                    row.getObject("client_id", UUID.class),
                    row.getString("name"),
                    row.getObject("born", LocalDate.class),
                    instant(row, "declared_at")))
        .list();
  }

  /** Whether they know the person otherwise by any record of theirs. */
  boolean between(AgencyId agency, SubjectId somebody, ClientId client) {
    return jdbc.sql(
            """
            select coalesce(bool_or(knows_otherwise(:subject, c.id, array[c.legal_name, c.name_to_use], c.date_of_birth)), false)
            from client c where c.agency = :agency and c.id in (select records_of_person(:agency, :client))
            """)
        .param("subject", somebody.value())
        .param("agency", agency.value())
        .param("client", client.value())
        .query(Boolean.class)
        .single();
  }
}
