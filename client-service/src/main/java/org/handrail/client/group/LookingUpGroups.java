package org.handrail.client.group;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Groups as everybody in the agency may see them, and rosters as their facilitators may. */
@Component
class LookingUpGroups {
  private final Groups groups;
  private final Attendance attendance;
  private final GroupTerms terms;
  private final Transactions transactions;

  LookingUpGroups(
      Groups groups, Attendance attendance, GroupTerms terms, Transactions transactions) {
    this.groups = groups;
    this.attendance = attendance;
    this.terms = terms;
    this.transactions = transactions;
  }

  GroupTerms.Pledge pledge() {
    return terms.pledge();
  }

  Group one(Person person, UUID id) {
    return transactions.reading(() -> groups.find(person.agency(), id).orElseThrow(NotFound::new));
  }

  Slice<Group, UUID> page(Person person, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          return Slice.of(limit, most -> groups.page(person.agency(), after, most), Group::id);
        });
  }

  Session session(Person person, UUID group, UUID id) {
    return transactions.reading(
        () -> groups.find(person.agency(), group, id).orElseThrow(NotFound::new));
  }

  Slice<Session, UUID> sessions(Person person, UUID group, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          one(person, group);
          return Slice.of(
              limit, most -> groups.sessions(person.agency(), group, after, most), Session::id);
        });
  }

  /** Nobody but the facilitator learns who came: for everybody else there is no roster. */
  List<Attendance.SignIn> roster(Person person, UUID group, UUID id) {
    return transactions.reading(
        () -> {
          if (!session(person, group, id).facilitator().equals(person.subject().value())) {
            throw new NotFound();
          }
          return attendance.roster(person.agency(), id);
        });
  }
}
