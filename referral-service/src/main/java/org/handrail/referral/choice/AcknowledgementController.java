package org.handrail.referral.choice;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the coalition is asked to acknowledge, for its administrators: never whose it is. */
@RestController
@RequestMapping("/api/option-sets/acknowledgements")
@AllowedTo(Role.COALITION_ADMIN)
class AcknowledgementController {
  private final Acknowledgements acknowledgements;
  private final Transactions transactions;
  private final Clock clock;

  AcknowledgementController(
      Acknowledgements acknowledgements, Transactions transactions, Clock clock) {
    this.acknowledgements = acknowledgements;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A page; {@code next} is absent on the last one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AcknowledgementPage(List<Acknowledgements.Open> items, @Nullable UUID next) {}

  @GetMapping
  AcknowledgementPage open(
      Person person,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Nullable UUID after) {
    requireHub(person);
    var page =
        transactions.reading(
            () -> Slice.of(limit, most -> acknowledgements.open(after, most), each -> each.id()));
    return new AcknowledgementPage(page.items(), page.next());
  }

  @PostMapping("/{id}")
  ResponseEntity<Void> acknowledge(Person person, @PathVariable UUID id, Submission submission) {
    requireHub(person);
    submission.change(
        () -> acknowledgements.lock(id).orElseThrow(NotFound::new),
        waits -> {
          if (!waits) {
            throw Refusal.of(Agreeing.ALREADY_AGREED);
          }
          acknowledgements.acknowledge(
              id, person.subject(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
          return id;
        });
    return ResponseEntity.noContent().build();
  }

  private static void requireHub(Person person) {
    if (!person.agency().equals(AgencyId.COALITION)) {
      throw Refusal.of(Problems.ROLE_NOT_ALLOWED);
    }
  }
}
