package org.handrail.referral.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.submission.Submission;
import org.handrail.referral.referral.lifecycle.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * One answer to many referrals of an inbox: each is judged and takes effect by itself, and a repeat
 * of the whole finds what came of each.
 */
@RestController
@RequestMapping("/api/referrals")
class AnsweringMany {
  private final ReferralDesk desk;

  AnsweringMany(ReferralDesk desk) {
    this.desk = desk;
  }

  /** Answers that need nothing said about the one person. */
  enum Common {
    ACKNOWLEDGED,
    ACCEPTED,
    WAITLISTED;

    Step step() {
      return Step.valueOf(name());
    }
  }

  /** A referral, and the version of it that was seen. */
  record Seen(@NotNull UUID id, @NotNull @Min(0) Long version) {}

  /** The same answer to all of these. */
  record Answers(
      @NotNull Common step, @NotEmpty @Size(max = 100) List<@NotNull @Valid Seen> items) {}

  /**
   * What came of one.
   *
   * @param status as if it had been answered alone: 200, 404, 409, 412 …
   * @param code of the problem, if it was refused
   * @param version after it, if it was not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Outcome(UUID id, int status, @Nullable String code, @Nullable Long version) {}

  /** In the order of the request. */
  record Outcomes(List<Outcome> items) {}

  @PostMapping("/answers")
  @AllowedTo(Role.INTAKE_COORDINATOR)
  Outcomes answer(Person person, @RequestBody @Valid Answers answers, Submission submission) {
    checkEachOnce(answers.items());
    Function<UUID, Submission> parts = submission.inParts();
    return new Outcomes(
        answers.items().stream()
            .map(seen -> one(person, seen, answers.step().step(), parts.apply(seen.id())))
            .toList());
  }

  private Outcome one(Person person, Seen seen, Step step, Submission submission) {
    try {
      desk.answer(
          person, seen.id(), submission, seen.version(), TakingStep.TakeStep.of(step, null));
      return new Outcome(seen.id(), 200, null, desk.show(person, seen.id()).version());
    } catch (Refusal refused) {
      var type = refused.problem().type();
      return new Outcome(seen.id(), type.status(), type.code(), null);
    }
  }

  private static void checkEachOnce(List<Seen> items) {
    Problem problem = Problem.of(Problems.INVALID);
    var ids = new HashSet<UUID>();
    for (int i = 0; i < items.size(); i++) {
      if (!ids.add(items.get(i).id())) {
        problem = problem.error("/items/" + i + "/id", "twice", "stands in the list already");
      }
    }
    if (!problem.errors().isEmpty()) {
      throw Refusal.of(problem);
    }
  }
}
