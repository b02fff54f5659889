package org.handrail.client.client;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import java.util.UUID;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The client's own sign-in, which only they take away from their record (V9). */
@RestController
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class OwnSignInApi {
  private final GivingSignIn givingSignIn;
  private final ReachingClient reaching;

  OwnSignInApi(GivingSignIn givingSignIn, ReachingClient reaching) {
    this.givingSignIn = givingSignIn;
    this.reaching = reaching;
  }

  /**
   * @param act the client's; not needed when they do it by their own sign-in
   */
  record End(@Valid @Nullable ActForm act) {}

  @PostMapping("/api/clients/{id}/own-sign-in/end")
  ResponseEntity<Void> end(
      Person person, @PathVariable UUID id, @RequestBody @Valid End end, Submission submission) {
    // Who ended their own has no record any more by which to be told so once more.
    if (!person.is(Role.CLIENT) || submission.earlier().isEmpty()) {
      submission.change(
          () -> reaching.reachPerson(person, id), client -> givingSignIn.end(client, end.act()));
    }
    return ResponseEntity.noContent().build();
  }
}
