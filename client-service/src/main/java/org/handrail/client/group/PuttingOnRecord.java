package org.handrail.client.group;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.encounter.Account;
import org.handrail.client.encounter.Kind;
import org.handrail.client.encounter.RecordingEncounter;
import org.handrail.client.group.SessionsApi.OnRecord;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Puts a session on a client's own record, by their act: whoever walks with them writes it down, or
 * they do. It is a request of its own, that nothing joins to anybody's initials; whoever holds the
 * group hears nothing of it.
 */
@Component
class PuttingOnRecord {
  static final ProblemType ON_RECORD =
      ProblemType.of("signed-in-already", 409, "This session is on the client's record already");
  static final ProblemType NOBODY_ELSE_CAME =
      ProblemType.of(
          "nobody-else-came", 409, "Nobody else came than those who have it on their record");

  private final Groups groups;
  private final Attendance attendance;
  private final Recording recording;
  private final Clock clock;

  PuttingOnRecord(Groups groups, Attendance attendance, Recording recording, Clock clock) {
    this.groups = groups;
    this.attendance = attendance;
    this.recording = recording;
    this.clock = clock;
  }

  /** What of clients' records it needs. */
  @Component
  record Recording(ReachingClient clients, RecordingEncounter encounters) {}

  /** A session, locked, and the client who wants it on their record. */
  record Found(Session session, Reached client) {}

  Found find(Person person, UUID group, UUID id, UUID client) {
    var session = groups.findForUpdate(person.agency(), group, id).orElseThrow(NotFound::new);
    return new Found(session, recording.clients().reach(person, client));
  }

  UUID put(Found found, OnRecord form) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var client = found.client();
    var session = found.session();
    requirePossible(client, session, now);
    var wish =
        client
            .act(form.act(), now)
            .notBefore(session.startsAt(), "before-session", "The session had not begun then.");
    var encounter =
        recording
            .encounters()
            .recordGroup(
                client, new SubjectId(session.facilitator()), session.id(), account(session, form));
    attendance.addWish(client.agency(), encounter, wish);
    return encounter;
  }

  private void requirePossible(Reached client, Session session, Instant now) {
    var agency = client.agency();
    if (session.cancelledAt() != null) {
      throw Refusal.of(SigningIn.SESSION_CANCELLED);
    }
    if (now.isBefore(session.startsAt())) {
      throw Refusal.of(SigningIn.SESSION_NOT_OPEN);
    }
    if (attendance.isOnRecord(agency, session.id(), client.id())) {
      throw Refusal.of(ON_RECORD);
    }
    // Nobody's time is paid for more people than came.
    if (attendance.onRecord(agency, session.id())
        >= attendance.mostSignedIn(agency, session.id())) {
      throw Refusal.of(NOBODY_ELSE_CAME);
    }
  }

  private static Account account(Session session, OnRecord form) {
    return new Account(
        form.clientsWords(),
        Kind.GROUP,
        form.mode(),
        form.place(),
        session.startsAt(),
        session.endsAt(),
        form.activities() == null ? List.of() : form.activities(),
        null,
        null,
        form.goalId(),
        null,
        null,
        List.of());
  }
}
