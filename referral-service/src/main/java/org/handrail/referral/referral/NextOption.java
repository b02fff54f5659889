package org.handrail.referral.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.referral.choice.Choices;
import org.handrail.referral.choice.PersonsNeeds;
import org.springframework.stereotype.Component;

/**
 * Where the client said they would go if a place does not answer: the very next that they ranked,
 * if it takes referrals. None is skipped, since that would be choosing for them.
 */
@Component
class NextOption {
  private final Choices choices;
  private final PersonsNeeds needs;
  private final AskedPlaces asked;
  private final Receivers receivers;

  NextOption(Choices choices, PersonsNeeds needs, AskedPlaces asked, Receivers receivers) {
    this.choices = choices;
    this.needs = needs;
    this.asked = asked;
    this.receivers = receivers;
  }

  Optional<Receivers.Taker> after(Referral referral) {
    List<UUID> ranked =
        choices.find(referral.asked().optionSetId()).map(Choices.Chosen::ranked).orElse(List.of());
    int here = ranked.indexOf(referral.service().id());
    return here < 0 || here + 1 >= ranked.size()
        ? Optional.empty()
        : receivers.of(ranked.get(here + 1), referral.requester());
  }

  /** Whether it takes referrals still, and the same partner runs it: the door was asked of that. */
  boolean isStillThere(Referral referral, Receivers.Taker option) {
    return after(referral).filter(now -> now.agency().equals(option.agency())).isPresent();
  }

  /**
   * Whether it is what the client wants still: they have not chosen anew for that need, and no
   * places are being asked about it. Of a locked referral; that stays so until the transaction
   * ends.
   */
  boolean isStillWanted(Referral referral) {
    Referral.Request request = referral.asked();
    choices.hold(request.optionSetId());
    PersonsNeeds.Held need = needs.hold(request.clientId(), request.need());
    return !choices.isReplaced(request.optionSetId(), need) && asked.mayBeClaimed(need).isEmpty();
  }
}
