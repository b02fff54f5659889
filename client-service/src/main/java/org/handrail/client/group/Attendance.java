package org.handrail.client.group;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.act.ActColumns;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who came to the sessions of the acting agency's groups: by initials or a name of their choosing,
 * never joined to a client's record.
 */
@Repository
public class Attendance {
  private final JdbcClient jdbc;

  Attendance(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Somebody who came.
   *
   * @param alias initials, or what they want to be called here
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SignIn(UUID id, String alias, String pledgeVersion, Instant signedInAt) {}

  /** How many came. */
  public int people(AgencyId agency, UUID session) {
    return jdbc.sql(
            "select count(*) from group_sign_in where agency = :agency and session_id = :session")
        .param("agency", agency.value())
        .param("session", session)
        .query(Integer.class)
        .single();
  }

  void add(AgencyId agency, UUID session, SignIn signIn) {
    jdbc.sql(
            """
            insert into group_sign_in (agency, session_id, id, alias, pledge_version, signed_in_at)
            values (:agency, :session, :id, :alias, :pledge, :at)
            """)
        .param("agency", agency.value())
        .param("session", session)
        .param("id", signIn.id())
        .param("alias", signIn.alias())
        .param("pledge", signIn.pledgeVersion())
        .param("at", utc(signIn.signedInAt()))
        .update();
  }

  /** Whether a session is on a client's record. */
  boolean isOnRecord(AgencyId agency, UUID session, ClientId client) {
    return jdbc.sql(
            """
            select exists (select from encounter
              where agency = :agency and client_id = :client and group_session_id = :session)
            """)
        .param("agency", agency.value())
        .param("client", client.value())
        .param("session", session)
        .query(Boolean.class)
        .single();
  }

  /** That a client wants what they did there on their record; it says nothing of their alias. */
  void addWish(AgencyId agency, UUID encounter, RecordedAct act) {
    jdbc.sql(
            """
            insert into group_record_wish (agency, encounter_id, act_kind, act_at, act_words, act_recorded_by, act_recorded_at)
            values (:agency, :encounter, :actKind, :actAt, :actWords, :actRecordedBy, :actRecordedAt)
            """)
        .params(ActColumns.parameters(act))
        .param("agency", agency.value())
        .param("encounter", encounter)
        .update();
  }

  Optional<SignIn> find(AgencyId agency, UUID session, UUID id) {
    return roster(agency, session).stream().filter(signIn -> signIn.id().equals(id)).findFirst();
  }

  List<SignIn> roster(AgencyId agency, UUID session) {
    return jdbc.sql(
            """
            select id, alias, pledge_version, signed_in_at from group_sign_in
            where agency = :agency and session_id = :session order by signed_in_at, id
            """)
        .param("agency", agency.value())
        .param("session", session)
        .query(
            (row, _) ->
                new SignIn(
                    row.getObject("id", UUID.class),
                    row.getString("alias"),
                    row.getString("pledge_version"),
                    instant(row, "signed_in_at")))
        .list();
  }
}
