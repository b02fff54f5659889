package org.handrail.client.identity;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.IdentitiesBefore;
import org.handrail.client.client.IdentitiesBefore.Replaced;
import org.handrail.client.client.Identity;
import org.handrail.client.client.ReachingClient;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.scope.Transactions;
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

/**
 * What a client's papers say of them, as those at their side write it down who have seen the
 * papers, and what stood there before.
 */
@RestController
@RequestMapping("/api/clients/{id}/identity")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR})
class IdentityApi {
  private final PuttingIdentityRight putting;
  private final IdentitiesBefore before;
  private final ReachingClient reaching;
  private final Assigned assigned;
  private final Transactions transactions;

  IdentityApi(
      PuttingIdentityRight putting,
      IdentitiesBefore before,
      ReachingClient reaching,
      Assigned assigned,
      Transactions transactions) {
    this.putting = putting;
    this.before = before;
    this.reaching = reaching;
    this.assigned = assigned;
    this.transactions = transactions;
  }

  /**
   * What the papers say. What is left out stays as it is: what was said can be put right, and not
   * be taken out.
   *
   * @param act by which the client wants it written down so
   */
  record SaidByPapers(
      @Pattern(regexp = ".*\\S.*", message = "A name, or nothing at all") @Size(max = 200)
          @Nullable String legalName,
      @Past @Nullable LocalDate dateOfBirth,
      @NotNull @Valid ActForm act) {}

  @PutMapping
  ResponseEntity<Identity> put(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid SaidByPapers said,
      @IfMatch long version) {
    putting.put(
        person, id, new Identity(said.legalName(), said.dateOfBirth()), said.act(), version);
    var client = transactions.reading(() -> reaching.see(person, id).client());
    return ResponseEntity.ok().eTag(ETags.of(client.version())).body(Identity.of(client.account()));
  }

  /**
   * For the client and the privacy officers alone: a name that was left behind is nobody else's.
   */
  @GetMapping("/before")
  @AllowedTo({PRIVACY_OFFICER, CLIENT})
  Slice<Replaced, UUID> before(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () -> {
          var client = new ClientId(id);
          assigned.requireToSeeDisclosures(person, client);
          return Slice.of(
              limit, most -> before.page(person.agency(), client, after, most), Replaced::id);
        });
  }
}
