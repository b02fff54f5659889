package org.handrail.client.access;

import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.handrail.client.access.DeniedAttempts.Attempt;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For the agency's privacy officer: who of the agency asks for what they do not get to see. */
@RestController
@RequestMapping("/api/clients/denied-attempts")
@AllowedTo(PRIVACY_OFFICER)
class DeniedAttemptsApi {
  private final DeniedAttempts attempts;
  private final Transactions transactions;

  DeniedAttemptsApi(DeniedAttempts attempts, Transactions transactions) {
    this.attempts = attempts;
    this.transactions = transactions;
  }

  /** The latest first; whose record it was, if anybody's, is not kept. */
  @GetMapping
  Slice<Attempt, UUID> page(
      Person person,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () -> Slice.of(limit, most -> attempts.page(person.agency(), after, most), Attempt::id));
  }
}
