package org.handrail.notification.notification;

import java.util.List;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.scope.AgencyScope;

/** Somebody who reads what is addressed to them or to one of their roles. */
public record Reader(AgencyId agency, SubjectId subject, List<Role> roles) {

  public static Reader of(Person person) {
    return new Reader(person.agency(), person.subject(), person.roles().stream().sorted().toList());
  }

  AgencyScope scope() {
    return AgencyScope.as(agency, subject);
  }

  List<String> roleCodes() {
    return roles.stream().map(Role::code).toList();
  }
}
