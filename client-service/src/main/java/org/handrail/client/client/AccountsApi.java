package org.handrail.client.client;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands of a client by their own account, as they and those at their side change it. */
@RestController
@RequestMapping("/api/clients/{id}/profile")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class AccountsApi {
  private final ChangingAccount changing;
  private final LookingUpClients lookingUp;

  AccountsApi(ChangingAccount changing, LookingUpClients lookingUp) {
    this.changing = changing;
    this.lookingUp = lookingUp;
  }

  @PutMapping
  ResponseEntity<ClientView> change(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Profile profile,
      @IfMatch long version) {
    changing.change(person, id, profile, version);
    var view = lookingUp.one(person, id);
    return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
  }

  @GetMapping("/changes")
  Slice<AccountChange, UUID> changes(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return changing.changes(person, id, after, limit);
  }
}
