package org.handrail.client.emergency;

import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.deadline.Deadlines;
import org.springframework.stereotype.Component;

/** Who hears of an emergency access, and by when somebody must have looked at it. */
@Component
class Emergencies {
  static final String REVIEW_WAITS = "emergency-review-waits";
  static final String REVIEW_LATE = "emergency-review-late";
  static final String UNTOLD = "emergency-untold";
  static final String SUBJECT = "emergency-access";
  private static final String TELL = "emergency-tell-client";

  private final Attention attention;
  private final Deadlines deadlines;
  private final Assigned assigned;

  Emergencies(Attention attention, Deadlines deadlines, Assigned assigned) {
    this.attention = attention;
    this.deadlines = deadlines;
    this.assigned = assigned;
  }

  void released(AgencyId agency, EmergencyAccess access) {
    ask(agency, Role.SUPERVISOR, "emergency-access", access.id());
    ask(agency, Role.PRIVACY_OFFICER, "emergency-access", access.id());
    assigned
        .primary(agency, access.client())
        .ifPresentOrElse(
            specialist -> attention.ask(agency, specialist, matter(TELL, access.id())),
            () -> ask(agency, Role.SUPERVISOR, TELL, access.id()));
    var at = access.requestedAt();
    deadlines.set(agency, REVIEW_WAITS, access.id(), at.plus(EmergencyAccess.REMINDED_AFTER));
    deadlines.set(agency, REVIEW_LATE, access.id(), at.plus(EmergencyAccess.REVIEWED_WITHIN));
    deadlines.set(agency, UNTOLD, access.id(), at.plus(EmergencyAccess.TOLD_WITHIN));
  }

  void denied(AgencyId agency, EmergencyAccess access) {
    ask(agency, Role.PRIVACY_OFFICER, "emergency-access-denied", access.id());
  }

  void reviewed(AgencyId agency, UUID id) {
    deadlines.drop(agency, REVIEW_WAITS, id);
    deadlines.drop(agency, REVIEW_LATE, id);
  }

  void told(AgencyId agency, UUID id) {
    deadlines.drop(agency, UNTOLD, id);
  }

  private void ask(AgencyId agency, Role whom, String code, UUID id) {
    attention.ask(agency, whom, matter(code, id));
  }

  private static Attention.Matter matter(String code, UUID id) {
    return new Attention.Matter(code, SUBJECT, id);
  }
}
