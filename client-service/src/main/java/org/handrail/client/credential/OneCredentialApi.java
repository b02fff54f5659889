package org.handrail.client.credential;

import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.version.ETags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A certification by its id alone, as news of it name it. */
@RestController
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, AGENCY_ADMIN})
class OneCredentialApi {
  private final LookingUpCredentials lookingUp;

  OneCredentialApi(LookingUpCredentials lookingUp) {
    this.lookingUp = lookingUp;
  }

  @GetMapping("/api/specialists/credentials/{id}")
  ResponseEntity<CredentialView> one(Person person, @PathVariable UUID id) {
    var view = lookingUp.one(person, id);
    return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
  }
}
