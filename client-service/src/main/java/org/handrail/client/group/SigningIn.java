package org.handrail.client.group;

import java.time.Clock;
import java.util.UUID;
import org.handrail.client.group.SessionsApi.NewSignIn;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/** Lets somebody into a session: by initials, after the pledge, as long as there is room. */
@Component
class SigningIn {
  static final ProblemType GROUP_FULL = ProblemType.of("group-full", 409, "There is no room left");
  static final ProblemType SESSION_NOT_OPEN =
      ProblemType.of("session-not-open", 409, "Nobody can sign in for this session now");
  static final ProblemType SESSION_CANCELLED =
      ProblemType.of("session-cancelled", 409, "This session was called off");
  static final ProblemType PLEDGE_MISSING =
      ProblemType.of("pledge-missing", 422, "Everybody here makes the pledge first");

  private final Groups groups;
  private final Attendance attendance;
  private final GroupTerms terms;
  private final Transactions transactions;
  private final Clock clock;

  SigningIn(
      Groups groups,
      Attendance attendance,
      GroupTerms terms,
      Transactions transactions,
      Clock clock) {
    this.groups = groups;
    this.attendance = attendance;
    this.terms = terms;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A session that the caller holds, locked; anybody else's is as if it were not there. */
  Session own(Person person, UUID group, UUID id) {
    return groups
        .findForUpdate(person.agency(), group, id)
        .filter(found -> found.facilitator().equals(person.subject().value()))
        .orElseThrow(NotFound::new);
  }

  /**
   * Gives the session: that a request was about these initials, and when it came, is kept nowhere.
   */
  UUID signIn(AgencyId agency, Session session, NewSignIn form) {
    if (!form.pledge()) {
      throw Refusal.of(PLEDGE_MISSING);
    }
    requireOpen(session);
    if (attendance.people(agency, session.id()) >= session.capacity()) {
      throw Refusal.of(GROUP_FULL);
    }
    attendance.add(
        agency,
        session.id(),
        new Attendance.SignIn(UUID.randomUUID(), form.alias(), terms.pledge().version()));
    return session.id();
  }

  /**
   * Somebody was typed by mistake: one chair is free again. That the session was attended stays,
   * and so does the place on a record: what else became of it would tell whoever takes a sign-in
   * back whether that person put the session on theirs.
   */
  void takeBack(Person person, UUID group, UUID id, UUID signIn) {
    transactions.run(
        () -> {
          var session = own(person, group, id);
          if (!attendance.holds(person.agency(), session.id(), signIn)) {
            throw new NotFound();
          }
          requireOpen(session);
          attendance.remove(person.agency(), session.id(), signIn);
        });
  }

  private void requireOpen(Session session) {
    if (session.cancelledAt() != null) {
      throw Refusal.of(SESSION_CANCELLED);
    }
    if (!session.isOpen(clock.instant(), terms.opens(), terms.closes())) {
      throw Refusal.of(SESSION_NOT_OPEN);
    }
  }
}
