package org.handrail.client.group;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.encounter.Account;
import org.handrail.client.encounter.Kind;
import org.handrail.client.encounter.RecordingEncounter;
import org.handrail.client.group.GroupsApi.NewSignIn;
import org.handrail.client.group.GroupsApi.OnRecord;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets somebody into a session: by initials, after the pledge, as long as there is room. */
@Component
class SigningIn {
  static final ProblemType GROUP_FULL = ProblemType.of("group-full", 409, "There is no room left");
  static final ProblemType SESSION_NOT_OPEN =
      ProblemType.of("session-not-open", 409, "Nobody can sign in for this session now");
  static final ProblemType SIGNED_IN =
      ProblemType.of("signed-in-already", 409, "This session is on the client's record already");
  static final ProblemType PLEDGE_MISSING =
      ProblemType.of("pledge-missing", 422, "Everybody here makes the pledge first");

  private final Groups groups;
  private final Attendance attendance;
  private final GroupTerms terms;
  private final ReachingClient reaching;
  private final RecordingEncounter recording;
  private final Clock clock;

  SigningIn(
      Groups groups,
      Attendance attendance,
      GroupTerms terms,
      ReachingClient reaching,
      RecordingEncounter recording,
      Clock clock) {
    this.groups = groups;
    this.attendance = attendance;
    this.terms = terms;
    this.reaching = reaching;
    this.recording = recording;
    this.clock = clock;
  }

  /** A session that the caller holds, and the client who wants it on their record. */
  record Found(Person by, Session session, @Nullable Reached client) {}

  Found find(Person person, UUID group, UUID id, @Nullable OnRecord onRecord) {
    var session =
        groups
            .findForUpdate(person.agency(), group, id)
            .filter(found -> found.facilitator().equals(person.subject().value()))
            .orElseThrow(NotFound::new);
    return new Found(
        person, session, onRecord == null ? null : reaching.reach(person, onRecord.clientId()));
  }

  UUID signIn(Found found, NewSignIn form) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var session = found.session();
    var agency = found.by().agency();
    if (!form.pledge()) {
      throw Refusal.of(PLEDGE_MISSING);
    }
    if (!session.isOpen(now, terms.opens(), terms.closes())) {
      throw Refusal.of(SESSION_NOT_OPEN);
    }
    if (attendance.people(agency, session.id()) >= session.capacity()) {
      throw Refusal.of(GROUP_FULL);
    }
    if (found.client() != null
        && attendance.isOnRecord(agency, session.id(), found.client().id())) {
      throw Refusal.of(SIGNED_IN);
    }
    var signIn =
        new Attendance.SignIn(UUID.randomUUID(), form.alias(), terms.pledge().version(), now);
    attendance.add(agency, session.id(), signIn);
    var client = found.client();
    var onRecord = form.onRecord();
    if (client != null && onRecord != null) {
      var wish = onRecord.act().recordedBy("/onRecord/act", client.recorder(), now);
      var encounter = recording.recordGroup(client, session.id(), account(session, onRecord));
      attendance.addWish(agency, encounter, wish);
    }
    return signIn.id();
  }

  private static Account account(Session session, OnRecord onRecord) {
    return new Account(
        onRecord.clientsWords(),
        Kind.GROUP,
        onRecord.mode(),
        onRecord.place(),
        session.startsAt(),
        session.endsAt(),
        onRecord.activities() == null ? List.of() : onRecord.activities(),
        null,
        null,
        onRecord.goalId(),
        null,
        null,
        List.of());
  }
}
