package org.handrail.client.billing;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Units, for those at the client's side and the client. */
@RestController
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class UnitsApi {
  private final LookingUpUnits lookingUp;
  private final Clock clock;

  UnitsApi(LookingUpUnits lookingUp, Clock clock) {
    this.lookingUp = lookingUp;
    this.clock = clock;
  }

  @GetMapping("/api/encounters/units")
  UnitsView day(
      Person person,
      @RequestParam UUID clientId,
      @RequestParam String payer,
      @RequestParam LocalDate day) {
    if (ActTimes.isToCome(ActTimes.earliestOf(day), clock.instant())) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .parameter("day", "in-future", "It has not begun anywhere yet."));
    }
    return lookingUp.day(person, clientId, payer, day);
  }
}
