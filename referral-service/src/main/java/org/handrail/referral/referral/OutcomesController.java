package org.handrail.referral.referral;

import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of one's own referrals: who came and stayed, not only what was sent. */
@RestController
class OutcomesController {
  private final Outcomes outcomes;
  private final Access access;

  OutcomesController(Outcomes outcomes, Access access) {
    this.outcomes = outcomes;
    this.access = access;
  }

  @GetMapping("/api/referrals/outcomes")
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT})
  Outcomes.Counts outcomes(Person person, @RequestParam(required = false) @Nullable UUID clientId) {
    if (clientId != null) {
      access.assignments().require(person, clientId);
    }
    return access.transactions().reading(() -> outcomes.of(person, clientId));
  }
}
