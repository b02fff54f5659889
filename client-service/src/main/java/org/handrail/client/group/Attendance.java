package org.handrail.client.group;

import java.util.List;
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
  record SignIn(UUID id, String alias, String pledgeVersion) {}

  /** How many are signed in. */
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
            insert into group_sign_in (agency, session_id, id, alias, pledge_version)
            values (:agency, :session, :id, :alias, :pledge)
            """)
        .param("agency", agency.value())
        .param("session", session)
        .param("id", signIn.id())
        .param("alias", signIn.alias())
        .param("pledge", signIn.pledgeVersion())
        .update();
    jdbc.sql(
            """
            update group_session set most_signed_in = greatest(most_signed_in, (
              select count(*) from group_sign_in where agency = :agency and session_id = :session))
            where agency = :agency and id = :session
            """)
        .param("agency", agency.value())
        .param("session", session)
        .update();
  }

  /**
   * How many were signed in when they were most: whom somebody took back again counts. It decides
   * what becomes of a session, so that no answer changes with what is on anybody's record.
   */
  int mostSignedIn(AgencyId agency, UUID session) {
    return jdbc.sql(
            "select most_signed_in from group_session where agency = :agency and id = :session")
        .param("agency", agency.value())
        .param("session", session)
        .query(Integer.class)
        .single();
  }

  boolean holds(AgencyId agency, UUID session, UUID id) {
    return roster(agency, session).stream().anyMatch(signIn -> signIn.id().equals(id));
  }

  void remove(AgencyId agency, UUID session, UUID id) {
    jdbc.sql(
            "delete from group_sign_in where agency = :agency and session_id = :session and id ="
                + " :id")
        .param("agency", agency.value())
        .param("session", session)
        .param("id", id)
        .update();
  }

  /** On how many records a session is. */
  int onRecord(AgencyId agency, UUID session) {
    return jdbc.sql(
            """
            select count(*) from encounter e
            where e.agency = :agency and e.group_session_id = :session and not is_withdrawn(e.agency, e.id)
            """)
        .param("agency", agency.value())
        .param("session", session)
        .query(Integer.class)
        .single();
  }

  /** Whether a session is on any record of the person whose record this is. */
  boolean isOnRecord(AgencyId agency, UUID session, ClientId client) {
    return jdbc.sql(
            """
            select exists (select from encounter e
              where e.agency = :agency and e.client_id in (select records_of_person(:agency, :client))
                and e.group_session_id = :session and not is_withdrawn(e.agency, e.id))
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

  /** In no order that would tell who came first. */
  List<SignIn> roster(AgencyId agency, UUID session) {
    return jdbc.sql(
            """
            select id, alias, pledge_version from group_sign_in
            where agency = :agency and session_id = :session order by id
            """)
        .param("agency", agency.value())
        .param("session", session)
        .query(
            (row, _) ->
                new SignIn(
                    row.getObject("id", UUID.class),
                    row.getString("alias"),
                    row.getString("pledge_version")))
        .list();
  }
}
