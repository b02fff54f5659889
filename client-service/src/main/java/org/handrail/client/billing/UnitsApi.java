package org.handrail.client.billing;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.time.LocalDate;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Units, for those at the client's side and the client. */
@RestController
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class UnitsApi {
  private final LookingUpUnits lookingUp;

  UnitsApi(LookingUpUnits lookingUp) {
    this.lookingUp = lookingUp;
  }

  @GetMapping("/api/encounters/units")
  UnitsView day(
      Person person,
      @RequestParam UUID clientId,
      @RequestParam String payer,
      @RequestParam LocalDate day) {
    return lookingUp.day(person, clientId, payer, day);
  }
}
