package org.handrail.referral.handoff;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.handrail.referral.referral.OwnReferrals;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Levels of care, as the intake of the place that was referred to states them. They stay there: no
 * answer to a referral carries one.
 */
@RestController
@RequestMapping("/api/handoffs/levels")
class StatedLevelController {
  private final StatedLevels levels;
  private final OwnReferrals referrals;
  private final Transactions transactions;
  private final Clock clock;

  StatedLevelController(
      StatedLevels levels, OwnReferrals referrals, Transactions transactions, Clock clock) {
    this.levels = levels;
    this.referrals = referrals;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A level, such as {@code 3.5} of edition 4. */
  record StateLevel(
      @NotNull UUID referralId, @NotNull @Size(max = 12) String level, @NotNull Integer edition) {}

  @PostMapping
  @AllowedTo({Role.INTAKE_COORDINATOR, Role.PEER_SPECIALIST})
  ResponseEntity<List<StatedLevels.Stated>> state(
      Person person, @RequestBody @Valid StateLevel wanted, Submission submission) {
    if (!person.is(Role.INTAKE_COORDINATOR)) {
      throw Refusal.of(
          Problem.of(HandoffProblems.OUT_OF_SCOPE)
              .error("/level", "clinical", "The provider states a level of care."));
    }
    submission.create(() -> received(person, wanted.referralId()), _ -> add(person, wanted));
    return ResponseEntity.created(
            URI.create("/api/handoffs/levels?referralId=" + wanted.referralId()))
        .body(list(person, wanted.referralId()));
  }

  @GetMapping
  @AllowedTo(Role.INTAKE_COORDINATOR)
  List<StatedLevels.Stated> list(Person person, @RequestParam UUID referralId) {
    return transactions.reading(() -> levels.of(person.agency(), received(person, referralId)));
  }

  private UUID add(Person person, StateLevel wanted) {
    if (!AsamLevel.exists(wanted.edition(), wanted.level())) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/level", "unknown", "That edition has no such level."));
    }
    var id = UUID.randomUUID();
    levels.add(
        person.agency(),
        person.subject(),
        new StatedLevels.Stated(
            id,
            wanted.referralId(),
            wanted.level(),
            wanted.edition(),
            clock.instant().truncatedTo(ChronoUnit.MICROS)));
    return id;
  }

  private UUID received(Person person, UUID referralId) {
    if (!referrals.received(referralId, person.agency())) {
      throw new NotFound();
    }
    return referralId;
  }
}
