package org.handrail.platform.act;

import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;

/** Whoever writes something of a client down: somebody at the client's side, or the client. */
public record Recorder(SubjectId subject, boolean isTheClient) {
  public static Recorder of(Person person, Relation toTheClient) {
    return new Recorder(person.subject(), toTheClient == Relation.SELF);
  }
}
