package org.handrail.referral.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.assignment.AtTheirSide;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.springframework.stereotype.Component;

/**
 * Who of the requester's people hears what comes of something that was begun for a client, and in
 * whose name Handrail goes on with it: who began it may have left the client's side since, and
 * whoever left hears nothing.
 */
@Component
public class WhoHears {
  private final AtTheirSide atTheirSide;
  private final Attention attention;

  WhoHears(AtTheirSide atTheirSide, Attention attention) {
    this.atTheirSide = atTheirSide;
    this.attention = attention;
  }

  /** Those who are at the client's side and hear it; if nobody is, the supervisors do. */
  List<SubjectId> of(Referral referral) {
    return atTheirSide.firstToHear(referral.asked().clientId(), referral.asked().draftedBy());
  }

  /** Asks them to look at the referral. */
  void ask(Referral referral, String code) {
    ask(
        referral.requester(),
        referral.asked().clientId(),
        referral.asked().draftedBy(),
        new Attention.Matter(code, "referral", referral.id()));
  }

  /** Asks them to look at something that somebody began for a client of the acting agency. */
  public void ask(AgencyId agency, UUID clientId, SubjectId whoBegan, Attention.Matter matter) {
    List<SubjectId> whom = atTheirSide.firstToHear(clientId, whoBegan);
    whom.forEach(subject -> attention.ask(agency, subject, matter));
    if (whom.isEmpty()) {
      attention.ask(agency, Role.SUPERVISOR, matter);
    }
  }

  SubjectId inWhoseName(Referral referral) {
    return inWhoseName(
        referral.requester(), referral.asked().clientId(), referral.asked().draftedBy());
  }

  Optional<OnBehalfOf> whoIsThere(Referral referral) {
    return whoIsThere(
        referral.requester(), referral.asked().clientId(), referral.asked().draftedBy());
  }

  /** In whose name Handrail's own steps are written down: while nobody is there, whoever began. */
  public SubjectId inWhoseName(AgencyId agency, UUID clientId, SubjectId whoBegan) {
    return whoIsThere(agency, clientId, whoBegan).map(OnBehalfOf::subject).orElse(whoBegan);
  }

  /**
   * In whose name the door is asked now: it takes whoever left for a stranger, and is not asked
   * while nobody is at the client's side.
   */
  public Optional<OnBehalfOf> whoIsThere(AgencyId agency, UUID clientId, SubjectId whoBegan) {
    return atTheirSide.firstToHear(clientId, whoBegan).stream()
        .findFirst()
        .map(subject -> new OnBehalfOf(subject, agency));
  }
}
