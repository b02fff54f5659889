package org.handrail.client.disclosure;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;
import static org.handrail.platform.caller.Role.SVC_REFERRAL;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.submission.RepeatsAreHarmless;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door for the services that may ask it, and the packages and the ledger for the people whom
 * they concern.
 */
@RestController
@RequestMapping("/api/disclosures")
class DisclosuresApi {
  private final Door door;
  private final Fetching fetching;
  private final ReadingLedger readingLedger;
  private final Explaining explaining;

  DisclosuresApi(Door door, Fetching fetching, ReadingLedger readingLedger, Explaining explaining) {
    this.door = door;
    this.fetching = fetching;
    this.readingLedger = readingLedger;
    this.explaining = explaining;
  }

  @PostMapping
  @AllowedTo(SVC_REFERRAL)
  @RepeatsAreHarmless("referral, recipient and step are its key")
  DoorAnswer ask(@RequestBody @Valid DoorRequest request) {
    return DoorAnswer.of(door.ask(request.checked()));
  }

  @GetMapping("/{id}")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, INTAKE_COORDINATOR, PRIVACY_OFFICER, CLIENT})
  ResponseEntity<PackageView> fetch(Person person, @PathVariable UUID id) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(fetching.fetch(person, id));
  }

  /** Why the door decided so, consent by consent, by the rules and as it was known at that time. */
  @GetMapping("/{id}/explanation")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, PRIVACY_OFFICER, CLIENT})
  ExplanationView explain(Person person, @PathVariable UUID id) {
    return explaining.explain(person, id);
  }

  @GetMapping
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, PRIVACY_OFFICER, CLIENT})
  Slice<LedgerView, UUID> ledger(
      Person person,
      @RequestParam UUID clientId,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
    return readingLedger.page(person, clientId, after, limit);
  }
}
