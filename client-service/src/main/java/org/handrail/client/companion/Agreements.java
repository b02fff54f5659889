package org.handrail.client.companion;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.http.Codes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The agreements between the acting agency's clients and companions. */
@Repository
class Agreements {
  private final JdbcClient jdbc;

  Agreements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, Agreement agreement) {
    jdbc.sql(
            """
            insert into companion_agreement (agency, id, client_id, companion, terms, private_pay, credential, drafted_at, version)
            values (:agency, :id, :client, :companion, :terms, :privatePay, :credential, :at, 1)
            """)
        .param("agency", agency.value())
        .param("id", agreement.id())
        .param("client", agreement.clientId())
        .param("companion", agreement.companion())
        .param("terms", agreement.terms())
        .param("privatePay", agreement.privatePay())
        .param("credential", agreement.credential())
        .param("at", utc(agreement.draftedAt()))
        .update();
  }

  void clientSigned(AgencyId agency, UUID id, GoalMode mode, RecordedAct act) {
    jdbc.sql(
            """
            update companion_agreement set goal_mode = :mode, act_kind = :actKind, act_at = :actAt, act_words = :actWords,
              act_recorded_by = :actRecordedBy, act_recorded_at = :actRecordedAt, version = version + 1
            where agency = :agency and id = :id
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("id", id)
        .param("mode", Codes.of(mode))
        .update();
  }

  void companionSigned(AgencyId agency, UUID id, Instant at) {
    jdbc.sql(
            """
            update companion_agreement set companion_signed_at = :at, version = version + 1 where agency = :agency and id = :id
            """)
        .param("agency", agency.value())
        .param("id", id)
        .param("at", utc(at))
        .update();
  }

  void ended(AgencyId agency, UUID id, Instant at) {
    jdbc.sql(
            "update companion_agreement set ended_at = :at, version = version + 1 where agency ="
                + " :agency and id = :id")
        .param("agency", agency.value())
        .param("id", id)
        .param("at", utc(at))
        .update();
  }

  Optional<Agreement> find(AgencyId agency, ClientId client, UUID id) {
    return ofClient(agency, client).stream()
        .filter(agreement -> agreement.id().equals(id))
        .findFirst();
  }

  /** All of a client, the latest first: there are few. */
  List<Agreement> ofClient(AgencyId agency, ClientId client) {
    return jdbc.sql(
            """
            select id, client_id, companion, terms, private_pay, credential, goal_mode, act_kind, act_at, act_words,
              act_recorded_by, act_recorded_at, companion_signed_at, ended_at, drafted_at, version
            from companion_agreement where agency = :agency and client_id = :client order by drafted_at desc, id
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .query(Agreements::read)
        .list();
  }

  private static Agreement read(ResultSet row, int number) throws SQLException {
    var mode = row.getString("goal_mode");
    return new Agreement(
        row.getObject("id", UUID.class),
        row.getObject("client_id", UUID.class),
        row.getString("companion"),
        row.getString("terms"),
        row.getBoolean("private_pay"),
        row.getString("credential"),
        mode == null ? null : Codes.to(GoalMode.class, mode),
        ActView.ofNullable(ActColumns.read(row)),
        optionalInstant(row, "companion_signed_at"),
        optionalInstant(row, "ended_at"),
        instant(row, "drafted_at"),
        row.getLong("version"));
  }
}
