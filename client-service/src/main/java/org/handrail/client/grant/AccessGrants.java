package org.handrail.client.grant;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The grants of an agency, and when something was read under each. */
@Repository
class AccessGrants {
  private final JdbcClient jdbc;

  AccessGrants(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, AccessGrant grant) {
    jdbc.sql(
            """
            insert into access_grant (agency, id, request_id, kind, agreement, approval, purpose, no_redisclosure, granted_at,
              granted_by, expires_at, destroy_by)
            values (:agency, :id, :request, :kind, :agreement, :approval, :purpose, true, :at, :by, :expires, :destroyBy)
            """)
        .param("agency", agency.value())
        .param("id", grant.id())
        .param("request", grant.requestId())
        .param("kind", Codes.of(grant.kind()))
        .param("agreement", grant.agreement())
        .param("approval", grant.approval())
        .param("purpose", grant.purpose())
        .param("at", utc(grant.grantedAt()))
        .param("by", grant.grantedBy().value())
        .param("expires", utc(grant.expiresAt()))
        .param("destroyBy", grant.destroyBy())
        .update();
  }

  void read(AgencyId agency, AccessGrant grant, SubjectId by, Instant at) {
    jdbc.sql(
            """
            insert into access_grant_reading (agency, id, grant_id, read_at, read_by)
            values (:agency, :id, :grant, :at, :by)
            """)
        .param("agency", agency.value())
        .param("id", UUID.randomUUID())
        .param("grant", grant.id())
        .param("at", utc(at))
        .param("by", by.value())
        .update();
  }

  long readings(AgencyId agency, AccessGrant grant) {
    return jdbc.sql(
            "select count(*) from access_grant_reading where agency = :agency and grant_id ="
                + " :grant")
        .param("agency", agency.value())
        .param("grant", grant.id())
        .query(Long.class)
        .single();
  }

  /** The grant that came of a request. */
  Optional<AccessGrant> ofRequest(AgencyId agency, UUID request) {
    return jdbc.sql("select * from access_grant where agency = :agency and request_id = :request")
        .param("agency", agency.value())
        .param("request", request)
        .query(AccessGrants::read)
        .optional();
  }

  Optional<AccessGrant> find(AgencyId agency, UUID id) {
    return jdbc.sql("select * from access_grant where agency = :agency and id = :id")
        .param("agency", agency.value())
        .param("id", id)
        .query(AccessGrants::read)
        .optional();
  }

  private static AccessGrant read(ResultSet row, int number) throws SQLException {
    return new AccessGrant(
        row.getObject("id", UUID.class),
        row.getObject("request_id", UUID.class),
        Codes.to(AccessGrant.Kind.class, row.getString("kind")),
        row.getString("agreement"),
        row.getString("approval"),
        row.getString("purpose"),
        instant(row, "granted_at"),
        new SubjectId(row.getString("granted_by")),
        instant(row, "expires_at"),
        row.getObject("destroy_by", LocalDate.class));
  }
}
