package org.handrail.platform.attention;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.WhenDue;

/**
 * Asks everybody who has one of some roles to look at what a deadline was set for, when its time
 * comes.
 *
 * @param kind of the deadlines, and the code of what is asked then
 * @param subjectKind what the deadlines are about
 */
public record AskingWhenDue(String kind, String subjectKind, List<Role> whom, Attention attention)
    implements WhenDue {

  public AskingWhenDue {
    whom = List.copyOf(whom);
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    whom.forEach(
        role -> attention.ask(agency, role, new Attention.Matter(kind, subjectKind, about)));
  }
}
