package org.handrail.client.withdrawal;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** That something was withdrawn, for the client, those at their side and the privacy officer. */
@RestController
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, PRIVACY_OFFICER, CLIENT})
class WithdrawalsApi {
  private final Withdrawals withdrawals;
  private final Assigned assigned;
  private final Transactions transactions;

  WithdrawalsApi(Withdrawals withdrawals, Assigned assigned, Transactions transactions) {
    this.withdrawals = withdrawals;
    this.assigned = assigned;
    this.transactions = transactions;
  }

  @GetMapping("/api/clients/{id}/withdrawals")
  Slice<Withdrawal, UUID> ofClient(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () -> {
          var client = new ClientId(id);
          assigned.requireToSeeDisclosures(person, client);
          return Slice.of(
              limit,
              most -> withdrawals.page(person.agency(), client, after, most),
              Withdrawal::id);
        });
  }
}
