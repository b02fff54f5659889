package org.handrail.referral.handoff;

import static org.handrail.platform.sql.Columns.instant;
import static org.handrail.platform.sql.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Codes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the two sides met, in the order in which it was written down. */
@Repository
class HandoffMeetings {
  private final JdbcClient jdbc;

  HandoffMeetings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds to a locked handoff. */
  void add(AgencyId agency, UUID handoffId, HandoffMeeting meeting) {
    HandoffMeeting.Incoming incoming = meeting.incoming();
    jdbc.sql(
            """
            insert into handoff_meeting (handoff_id, agency, number, held, at, mode, place,
              outgoing_person, incoming_person, recorded_at)
            select :handoff, :agency, count(*) + 1, :held, :at, :mode, :place, :outgoing, :incoming,
              :recorded
            from handoff_meeting where handoff_id = :handoff
            """)
        .param("handoff", handoffId)
        .param("agency", agency.value())
        .param("held", meeting.held())
        .param("at", utc(meeting.at()))
        .param("mode", Codes.of(meeting.mode()))
        .param("place", Codes.of(meeting.place()))
        .param("outgoing", meeting.outgoing().value())
        .param("incoming", incoming == null ? null : Codes.of(incoming))
        .param("recorded", utc(meeting.recordedAt()))
        .update();
  }

  /** Whether the people met, missed each other or agreed on another time after that moment. */
  boolean isAnyAfter(Handoff handoff, Instant at) {
    Instant offered = handoff.offeredAt();
    return (offered != null && offered.isAfter(at))
        || of(handoff.id()).stream().anyMatch(meeting -> meeting.at().isAfter(at));
  }

  List<HandoffMeeting> of(UUID handoffId) {
    return jdbc.sql("select * from handoff_meeting where handoff_id = :id order by number")
        .param("id", handoffId)
        .query((row, _) -> meeting(row))
        .list();
  }

  private static HandoffMeeting meeting(ResultSet row) throws SQLException {
    String incoming = row.getString("incoming_person");
    return new HandoffMeeting(
        row.getBoolean("held"),
        instant(row, "at"),
        Codes.to(HandoffMeeting.Mode.class, row.getString("mode")),
        Codes.to(HandoffMeeting.Place.class, row.getString("place")),
        new SubjectId(row.getString("outgoing_person")),
        incoming == null ? null : Codes.to(HandoffMeeting.Incoming.class, incoming),
        instant(row, "recorded_at"));
  }
}
