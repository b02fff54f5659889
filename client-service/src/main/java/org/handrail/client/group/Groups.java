package org.handrail.client.group;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.optionalInstant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The groups of the acting agency, and their sessions. */
@Repository
class Groups {
  private static final String SESSION =
      "select id, group_id, agenda, capacity, facilitator, starts_at, ends_at, cancelled_at from"
          + " group_session ";
  private static final String GROUP =
      "select id, name, agenda, capacity, facilitator, ended_at from support_group ";

  private final JdbcClient jdbc;

  Groups(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(AgencyId agency, Group group, Instant at) {
    jdbc.sql(
            """
            insert into support_group (agency, id, name, agenda, capacity, facilitator, begun_at)
            values (:agency, :id, :name, :agenda, :capacity, :facilitator, :at)
            """)
        .param("agency", agency.value())
        .param("id", group.id())
        .param("name", group.name())
        .param("agenda", group.agenda())
        .param("capacity", group.capacity())
        .param("facilitator", group.facilitator())
        .param("at", utc(at))
        .update();
  }

  Optional<Group> find(AgencyId agency, UUID id) {
    return group(agency, id, "");
  }

  /** Locked: of what ends it and what goes on with it, one comes first. */
  Optional<Group> findForUpdate(AgencyId agency, UUID id) {
    return group(agency, id, " for update");
  }

  /** Those of somebody that have not ended. */
  List<UUID> heldBy(AgencyId agency, SubjectId facilitator) {
    return jdbc.sql(
            """
            select id from support_group where agency = :agency and facilitator = :facilitator and ended_at is null
            """)
        .param("agency", agency.value())
        .param("facilitator", facilitator.value())
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  void end(AgencyId agency, UUID id, Instant at) {
    jdbc.sql("update support_group set ended_at = :at where agency = :agency and id = :id")
        .param("agency", agency.value())
        .param("id", id)
        .param("at", utc(at))
        .update();
  }

  void handOn(AgencyId agency, UUID id, SubjectId to) {
    jdbc.sql("update support_group set facilitator = :to where agency = :agency and id = :id")
        .param("agency", agency.value())
        .param("id", id)
        .param("to", to.value())
        .update();
  }

  private Optional<Group> group(AgencyId agency, UUID id, String lock) {
    return jdbc.sql(GROUP + "where agency = :agency and id = :id" + lock)
        .param("agency", agency.value())
        .param("id", id)
        .query(Groups::group)
        .optional();
  }

  /** A page in the order in which they began: those after that one. */
  List<Group> page(AgencyId agency, @Nullable UUID after, int limit) {
    return jdbc.sql(
            GROUP
                + """
                g
                where g.agency = :agency and (:after::uuid is null or (g.begun_at, g.id) > (
                  select p.begun_at, p.id from support_group p where p.agency = :agency and p.id = :after))
                order by g.begun_at, g.id limit :limit
                """)
        .param("agency", agency.value())
        .param("after", after)
        .param("limit", limit)
        .query(Groups::group)
        .list();
  }

  void add(AgencyId agency, Session session) {
    jdbc.sql(
            """
            insert into group_session (agency, id, group_id, agenda, capacity, facilitator, starts_at, ends_at)
            values (:agency, :id, :group, :agenda, :capacity, :facilitator, :from, :until)
            """)
        .param("agency", agency.value())
        .param("id", session.id())
        .param("group", session.groupId())
        .param("agenda", session.agenda())
        .param("capacity", session.capacity())
        .param("facilitator", session.facilitator())
        .param("from", utc(session.startsAt()))
        .param("until", utc(session.endsAt()))
        .update();
  }

  /** Locked: whoever counts the people in it counts alone. */
  Optional<Session> findForUpdate(AgencyId agency, UUID group, UUID id) {
    return session(agency, group, id, " for update");
  }

  Optional<Session> find(AgencyId agency, UUID group, UUID id) {
    return session(agency, group, id, "");
  }

  private Optional<Session> session(AgencyId agency, UUID group, UUID id, String lock) {
    return jdbc.sql(SESSION + "where agency = :agency and group_id = :group and id = :id" + lock)
        .param("agency", agency.value())
        .param("group", group)
        .param("id", id)
        .query(Groups::session)
        .optional();
  }

  /**
   * Those of a group that are still to come and for which nobody ever signed in, locked. That
   * stands in their own rows: of one that changed while its lock was waited for it is asked again.
   */
  List<Session> toCome(AgencyId agency, UUID group, Instant now) {
    return jdbc.sql(
            SESSION
                + """
                where agency = :agency and group_id = :group and starts_at > :now and cancelled_at is null
                  and most_signed_in = 0
                order by starts_at, id for update
                """)
        .param("agency", agency.value())
        .param("group", group)
        .param("now", utc(now))
        .query(Groups::session)
        .list();
  }

  void cancel(AgencyId agency, UUID session, Instant at) {
    jdbc.sql("update group_session set cancelled_at = :at where agency = :agency and id = :id")
        .param("agency", agency.value())
        .param("id", session)
        .param("at", utc(at))
        .update();
  }

  void handOnSession(AgencyId agency, UUID session, SubjectId to) {
    jdbc.sql("update group_session set facilitator = :to where agency = :agency and id = :id")
        .param("agency", agency.value())
        .param("id", session)
        .param("to", to.value())
        .update();
  }

  /** A page of a group's, the latest first: those before that one. */
  List<Session> sessions(AgencyId agency, UUID group, @Nullable UUID after, int limit) {
    return jdbc.sql(
            SESSION
                + """
                s where s.agency = :agency and s.group_id = :group
                  and (:after::uuid is null or (s.starts_at, s.id) < (select p.starts_at, p.id from group_session p
                    where p.agency = :agency and p.group_id = :group and p.id = :after))
                order by s.starts_at desc, s.id desc limit :limit
                """)
        .param("agency", agency.value())
        .param("group", group)
        .param("after", after)
        .param("limit", limit)
        .query(Groups::session)
        .list();
  }

  private static Group group(ResultSet row, int number) throws SQLException {
    return new Group(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("agenda"),
        row.getInt("capacity"),
        row.getString("facilitator"),
        optionalInstant(row, "ended_at"));
  }

  private static Session session(ResultSet row, int number) throws SQLException {
    return new Session(
        row.getObject("id", UUID.class),
        row.getObject("group_id", UUID.class),
        row.getString("agenda"),
        row.getInt("capacity"),
        row.getString("facilitator"),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        optionalInstant(row, "cancelled_at"));
  }
}
