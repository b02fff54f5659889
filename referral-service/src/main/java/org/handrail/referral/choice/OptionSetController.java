package org.handrail.referral.choice;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActView;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.referral.directory.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Options as they are presented to a client, and the client's choice. */
@RestController
@RequestMapping("/api/option-sets")
class OptionSetController {
  private final PresentingOptions presenting;
  private final Choosing choosing;
  private final OptionSets sets;
  private final ShowingOptions showing;
  private final Assignments assignments;
  private final Vocabulary vocabulary;

  OptionSetController(
      PresentingOptions presenting,
      Choosing choosing,
      OptionSets sets,
      ShowingOptions showing,
      Assignments assignments,
      Vocabulary vocabulary) {
    this.presenting = presenting;
    this.choosing = choosing;
    this.sets = sets;
    this.showing = showing;
    this.assignments = assignments;
    this.vocabulary = vocabulary;
  }

  /**
   * Services to present to a client for one need. They are told in an order of their own.
   *
   * @param barrier that stands in the client's way, if that is what they are for
   * @param wishes what the client wants to be looked for; compared and not kept
   */
  record PresentOptions(
      @NotNull UUID clientId,
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") String need,
      @Nullable Barrier barrier,
      @NotEmpty @Size(max = 50) List<@NotNull UUID> services,
      @Valid @Nullable Wishes wishes) {}

  /**
   * The client's choice.
   *
   * @param next where they would go if that place does not answer, in their own order
   */
  record Choose(
      @NotNull UUID serviceId,
      @Size(max = 10) @Nullable List<@NotNull UUID> next,
      @NotNull @Valid ActForm act) {

    List<UUID> others() {
      return next == null ? List.of() : next;
    }
  }

  /** Options as they were presented. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OptionSetView(
      UUID id,
      UUID clientId,
      String need,
      @Nullable Barrier barrier,
      List<OptionSet.Presented> services,
      Instant presentedAt,
      @Nullable ChoiceView choice,
      OptionDetails details,
      long version) {}

  /** The service that the client chose, and the act by which they did. */
  record ChoiceView(UUID serviceId, List<UUID> next, ActView act) {
    static @Nullable ChoiceView of(OptionSet.@Nullable Choice choice) {
      return choice == null
          ? null
          : new ChoiceView(choice.serviceId(), choice.next(), ActView.of(choice.act()));
    }
  }

  @PostMapping
  @AllowedTo(Role.PEER_SPECIALIST)
  ResponseEntity<OptionSetView> present(
      Person person, @RequestBody @Valid PresentOptions wanted, Submission submission) {
    // Before the transaction: it may have to ask client-service.
    assignments.require(person, wanted.clientId());
    UUID id =
        submission
            .create(
                () -> {
                  vocabulary.requireNeed(wanted.need());
                  return presenting.present(
                      person,
                      wanted.clientId(),
                      wanted.need(),
                      wanted.barrier(),
                      wanted.services(),
                      wanted.wishes() == null ? Wishes.NONE : wanted.wishes());
                })
            .id();
    return ResponseEntity.created(URI.create("/api/option-sets/" + id))
        .eTag(ETags.of(0))
        .body(view(person, id));
  }

  @PostMapping("/{id}/choice")
  @AllowedTo({Role.PEER_SPECIALIST, Role.CLIENT})
  ResponseEntity<OptionSetView> choose(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Choose choice,
      Submission submission) {
    var by = Recorder.of(person, assignments.require(person, find(id).map(OptionSet::clientId)));
    submission.create(
        () -> sets.lock(id).orElseThrow(NotFound::new),
        set ->
            choosing.choose(
                by, person.agency(), set, choice.serviceId(), choice.others(), choice.act()));
    OptionSetView view = view(person, id);
    return ResponseEntity.created(URI.create("/api/option-sets/" + id))
        .eTag(ETags.of(view.version()))
        .body(view);
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT})
  ResponseEntity<OptionSetView> show(Person person, @PathVariable UUID id) {
    return answer(view(person, id));
  }

  private Optional<OptionSet> find(UUID id) {
    return showing.find(id);
  }

  private OptionSetView view(Person person, UUID id) {
    Optional<OptionSet> found = find(id);
    assignments.require(person, found.map(OptionSet::clientId));
    OptionSet set = found.orElseThrow(NotFound::new);
    return view(set, showing.details(set));
  }

  static OptionSetView view(OptionSet set, OptionDetails details) {
    return new OptionSetView(
        set.id(),
        set.clientId(),
        set.need(),
        set.barrier(),
        set.services(),
        set.presentedAt(),
        ChoiceView.of(set.choice()),
        details,
        // Who acknowledges cannot touch the set: it is not theirs.
        set.version() + (details.acknowledged() ? 1 : 0));
  }

  private static ResponseEntity<OptionSetView> answer(OptionSetView view) {
    return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
  }
}
