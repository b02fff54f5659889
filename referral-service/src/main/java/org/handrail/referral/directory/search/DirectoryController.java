package org.handrail.referral.directory.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.directory.JdbcDirectory;
import org.handrail.referral.directory.ServiceView;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets whoever is signed in look for services, for a client, for themselves or for their family:
 * nobody's record is needed, and nothing of the search is kept ({@code C9}).
 */
@RestController
@RequestMapping("/api/directory/services")
@AllowedTo({
  Role.PEER_SPECIALIST,
  Role.SUPERVISOR,
  Role.INTAKE_COORDINATOR,
  Role.PRIVACY_OFFICER,
  Role.AGENCY_ADMIN,
  Role.COALITION_ADMIN,
  Role.ANALYST,
  Role.CLIENT
})
class DirectoryController {
  private final FindingServices finding;
  private final JdbcDirectory directory;
  private final Transactions transactions;

  DirectoryController(FindingServices finding, JdbcDirectory directory, Transactions transactions) {
    this.finding = finding;
    this.directory = directory;
    this.transactions = transactions;
  }

  /**
   * A page of services; {@code next} is absent on the last one, {@code similar} unless nothing was
   * found and these are only spelt nearly so.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<ServiceFound> items, @Nullable String next, @Nullable Boolean similar) {}

  @GetMapping
  Page search(
      @ParameterObject @ModelAttribute @Valid SearchParameters wanted,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Size(max = 4000) @Nullable String after) {
    Search.Hit last =
        after == null ? null : SearchCursor.read(after).orElseThrow(DirectoryController::notOurs);
    FindingServices.Page page = finding.find(wanted.search(), last, limit);
    return new Page(page.items(), page.next(), page.similar() ? true : null);
  }

  @GetMapping("/{id}")
  ServiceView show(@PathVariable UUID id) {
    return transactions.reading(() -> directory.show(id).orElseThrow(NotFound::new));
  }

  private static Refusal notOurs() {
    return Refusal.of(Problems.notOfAnEarlierPage());
  }
}
