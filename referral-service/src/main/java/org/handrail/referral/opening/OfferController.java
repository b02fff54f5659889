package org.handrail.referral.opening;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.PagePlace;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a place is asked, for its intake. */
@RestController
@RequestMapping("/api/referrals/openings/offers")
@AllowedTo(Role.INTAKE_COORDINATOR)
class OfferController {
  private final Offers offers;
  private final JudgingAnew judging;
  private final Claiming claiming;
  private final Transactions transactions;

  OfferController(
      Offers offers, JudgingAnew judging, Claiming claiming, Transactions transactions) {
    this.offers = offers;
    this.judging = judging;
    this.claiming = claiming;
    this.transactions = transactions;
  }

  /** A page, the newest first; {@code next} is absent on the last one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Waiting(List<OfferView> items, @Nullable String next) {}

  @GetMapping
  Waiting waiting(
      Person person,
      @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Size(max = 200) @Nullable String after) {
    var place = after == null ? null : PagePlace.read(after);
    var page =
        transactions.reading(
            () ->
                Slice.of(
                    limit,
                    most -> offers.waiting(person.agency(), place, most),
                    OfferController::cursor));
    return new Waiting(page.as(OfferView::of).items(), page.next());
  }

  private static String cursor(Opening.Offer last) {
    return new PagePlace(last.offeredAt(), last.id()).cursor();
  }

  @GetMapping("/{id}")
  OfferView show(Person person, @PathVariable UUID id) {
    return transactions
        .reading(() -> offers.find(id, person.agency()))
        .map(OfferView::of)
        .orElseThrow(NotFound::new);
  }

  @PostMapping("/{id}/claim")
  OfferView claim(Person person, @PathVariable UUID id, Submission submission) {
    judging.judge(id, person.agency());
    submission.change(
        () -> offers.lock(id, person.agency()).orElseThrow(NotFound::new),
        offer -> claiming.claim(person, offer));
    return show(person, id);
  }
}
