package org.handrail.referral.choice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.UUID;
import java.util.function.BiFunction;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.assignment.MergedRecords;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a client does with options besides choosing one, and who agrees on what they chose. */
@RestController
@RequestMapping("/api/option-sets/{id}")
class OptionAnswersController {
  private final OptionSets sets;
  private final MergedRecords merged;
  private final ShowingOptions showing;
  private final OptionAnswers answers;
  private final Agreeing agreeing;
  private final Assignments assignments;

  OptionAnswersController(
      OptionSets sets,
      MergedRecords merged,
      ShowingOptions showing,
      OptionAnswers answers,
      Agreeing agreeing,
      Assignments assignments) {
    this.sets = sets;
    this.merged = merged;
    this.showing = showing;
    this.answers = answers;
    this.agreeing = agreeing;
    this.assignments = assignments;
  }

  /** The client wants none of them; nobody asks why. */
  record NoneOfThese(@NotNull @Valid ActForm act) {}

  /** Where the client wants to go by themselves. */
  record GoByThemselves(@NotNull UUID serviceId, @NotNull @Valid ActForm act) {}

  /**
   * The caller agrees with what the client chose.
   *
   * @param act the client's; from a specialist only if the client agreed before their eyes
   */
  record Agree(@Valid @Nullable ActForm act) {}

  @PostMapping("/none-of-these")
  @AllowedTo({Role.PEER_SPECIALIST, Role.CLIENT})
  ResponseEntity<OptionSetController.OptionSetView> none(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NoneOfThese none,
      Submission submission) {
    return answered(
        person, id, submission, (by, set) -> answers.none(by, person.agency(), set, none.act()));
  }

  @PostMapping("/self-referrals")
  @AllowedTo({Role.PEER_SPECIALIST, Role.CLIENT})
  ResponseEntity<OptionSetController.OptionSetView> goByThemselves(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid GoByThemselves wish,
      Submission submission) {
    return answered(
        person,
        id,
        submission,
        (by, set) ->
            answers.goByThemselves(by, person.agency(), set, wish.serviceId(), wish.act()));
  }

  @PostMapping("/agreement")
  @AllowedTo({Role.PEER_SPECIALIST, Role.CLIENT})
  ResponseEntity<OptionSetController.OptionSetView> agree(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Agree agree,
      Submission submission) {
    return answered(
        person, id, submission, (by, set) -> agreeing.agree(by, person.agency(), set, agree.act()));
  }

  private ResponseEntity<OptionSetController.OptionSetView> answered(
      Person person, UUID id, Submission submission, BiFunction<Recorder, OptionSet, UUID> answer) {
    var by =
        Recorder.of(person, assignments.require(person, showing.find(id).map(OptionSet::clientId)));
    submission.create(
        () -> sets.lock(id).orElseThrow(NotFound::new),
        set -> {
          merged.requireUnmerged(set.clientId());
          sets.touch(id);
          return answer.apply(by, set);
        });
    OptionSet set = showing.find(id).orElseThrow(NotFound::new);
    var view = OptionSetController.view(set, showing.details(set));
    return ResponseEntity.created(URI.create("/api/option-sets/" + id))
        .eTag(ETags.of(view.version()))
        .body(view);
  }
}
