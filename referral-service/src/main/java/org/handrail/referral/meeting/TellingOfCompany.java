package org.handrail.referral.meeting;

import java.util.LinkedHashSet;
import java.util.Set;
import org.handrail.platform.assignment.AtTheirSide;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.springframework.stereotype.Component;

/**
 * Tells whom it concerns that somebody does not come along as arranged: the client, whoever booked
 * it for them or, where that was the client, somebody at their side, and who would have come.
 */
@Component
class TellingOfCompany {
  private static final String SUBJECT = "companion";

  private final AtTheirSide atTheirSide;
  private final Attention attention;

  TellingOfCompany(AtTheirSide atTheirSide, Attention attention) {
    this.atTheirSide = atTheirSide;
    this.attention = attention;
  }

  /** One of them called it off, and knows. */
  void calledOff(AgencyId agency, Companionship it, SubjectId by) {
    Set<SubjectId> whom = staff(it);
    atTheirSide.theClient(it.clientId()).ifPresent(whom::add);
    whom.remove(by);
    whom.forEach(each -> attention.ask(agency, each, matter("companion-called-off", it)));
  }

  /** It cannot be kept as it was arranged; if nobody is at the client's side, supervisors hear. */
  void lookAt(AgencyId agency, Companionship it, String code) {
    Set<SubjectId> whom = staff(it);
    if (whom.isEmpty()) {
      attention.ask(agency, Role.SUPERVISOR, matter(code, it));
    }
    atTheirSide.theClient(it.clientId()).ifPresent(whom::add);
    whom.forEach(each -> attention.ask(agency, each, matter(code, it)));
  }

  /** Where the client booked it themselves, somebody at their side hears of it, too. */
  private Set<SubjectId> staff(Companionship it) {
    SubjectId bookedBy = it.act().recordedBy();
    boolean isTheClient = atTheirSide.theClient(it.clientId()).filter(bookedBy::equals).isPresent();
    var whom =
        new LinkedHashSet<>(
            isTheClient
                ? atTheirSide.firstToHear(it.clientId())
                : atTheirSide.firstToHear(it.clientId(), bookedBy));
    SubjectId companion = it.companion();
    if (companion != null && !atTheirSide.hasLeft(it.clientId(), companion)) {
      whom.add(companion);
    }
    return whom;
  }

  private static Attention.Matter matter(String code, Companionship it) {
    return new Attention.Matter(code, SUBJECT, it.id());
  }
}
