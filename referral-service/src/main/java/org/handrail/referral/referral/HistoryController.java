package org.handrail.referral.referral;

import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a referral came to stand where it stands, for either side. */
@RestController
@RequestMapping("/api/referrals")
class HistoryController {
  private final ReferralDesk desk;
  private final Rungs rungs;
  private final Access access;

  HistoryController(ReferralDesk desk, Rungs rungs, Access access) {
    this.desk = desk;
    this.rungs = rungs;
    this.access = access;
  }

  @GetMapping("/{id}/history")
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.INTAKE_COORDINATOR, Role.CLIENT})
  HistoryView history(Person person, @PathVariable UUID id) {
    Referral referral = desk.visible(person, id, null);
    return HistoryView.of(
        referral,
        referral.partyOf(person.agency()),
        access.transactions().reading(() -> rungs.of(id)));
  }
}
