package org.handrail.referral.choice;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.PagePlace;
import org.handrail.platform.http.Slice;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All that a client was offered, for themselves and those at their side. */
@RestController
@RequestMapping("/api/option-sets")
class OptionSetListController {
  private final OptionSetPages pages;
  private final ShowingOptions showing;
  private final Assignments assignments;
  private final Transactions transactions;

  OptionSetListController(
      OptionSetPages pages,
      ShowingOptions showing,
      Assignments assignments,
      Transactions transactions) {
    this.pages = pages;
    this.showing = showing;
    this.assignments = assignments;
    this.transactions = transactions;
  }

  /** A page, the newest first; {@code next} is absent on the last one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OptionSetPage(List<OptionSetController.OptionSetView> items, @Nullable String next) {}

  @GetMapping
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT})
  OptionSetPage list(
      Person person,
      @RequestParam UUID clientId,
      @RequestParam(defaultValue = "20") @Min(1) @Max(50) int limit,
      @RequestParam(required = false) @Size(max = 200) @Nullable String after) {
    var place = after == null ? null : PagePlace.read(after);
    assignments.require(person, clientId);
    return transactions.reading(
        () -> {
          var page =
              Slice.of(limit, most -> pages.of(person, clientId, place, most), PagePlace::cursor);
          return new OptionSetPage(
              page.items().stream()
                  .map(each -> showing.find(each.id()))
                  .flatMap(Optional::stream)
                  .map(set -> OptionSetController.view(set, showing.details(set)))
                  .toList(),
              page.next());
        });
  }
}
