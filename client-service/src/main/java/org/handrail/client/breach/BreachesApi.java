package org.handrail.client.breach;

import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.Slice;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Breaches: anybody who works for the agency says that there was one, its privacy officer acts. */
@RestController
@RequestMapping("/api/disclosures/breaches")
@AllowedTo(PRIVACY_OFFICER)
class BreachesApi {
  private final HandlingBreach handling;
  private final LookingUpBreaches lookingUp;

  BreachesApi(HandlingBreach handling, LookingUpBreaches lookingUp) {
    this.handling = handling;
    this.lookingUp = lookingUp;
  }

  /**
   * @param what happened, without anybody's name
   * @param affected how many people's records, once somebody knows
   * @param mostInOneState how many of them live in the state with the most, once somebody knows
   */
  record NewBreach(
      @NotNull Instant discoveredAt,
      @ManyLines @NotBlank @Size(max = 4000) String what,
      @Positive @Nullable Integer affected,
      @PositiveOrZero @Nullable Integer mostInOneState) {}

  /**
   * The four factors, and what was found out of the number of people; what is left out stays as it
   * was.
   */
  record NewAssessment(
      @ManyLines @NotBlank @Size(max = 2000) String nature,
      @ManyLines @NotBlank @Size(max = 2000) String whoGotIt,
      @ManyLines @NotBlank @Size(max = 2000) String acquired,
      @ManyLines @NotBlank @Size(max = 2000) String mitigation,
      @NotNull Boolean lowProbability,
      @Positive @Nullable Integer affected,
      @PositiveOrZero @Nullable Integer mostInOneState) {
    Breach.Factors factors() {
      return new Breach.Factors(nature, whoGotIt, acquired, mitigation);
    }
  }

  record NewPeople(@NotEmpty @Size(max = 500) List<@NotNull UUID> clientIds) {}

  /**
   * @param clientIds to whom of those who are named and were not told yet it went; without, to all
   *     of them
   */
  record NewNotice(
      @NotNull Breach.Whom whom,
      @NotNull Breach.How how,
      @NotNull Instant sentAt,
      @Size(min = 1, max = 500) @Nullable List<@NotNull UUID> clientIds) {}

  /** Only that it was written down: what is done about it is the privacy officer's to see. */
  record Receipt(UUID id) {}

  @PostMapping
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, INTAKE_COORDINATOR, PRIVACY_OFFICER, AGENCY_ADMIN})
  ResponseEntity<Receipt> discovered(
      Person person, @RequestBody @Valid NewBreach breach, Submission submission) {
    var id =
        submission
            .create(
                () ->
                    handling.discovered(
                        person,
                        breach.discoveredAt(),
                        breach.what(),
                        breach.affected(),
                        breach.mostInOneState()))
            .id();
    return ResponseEntity.created(URI.create("/api/disclosures/breaches/" + id))
        .body(new Receipt(id));
  }

  @GetMapping
  Slice<BreachView, UUID> list(
      Person person,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return lookingUp.page(person, after, limit);
  }

  @GetMapping("/{id}")
  ResponseEntity<BreachView> one(Person person, @PathVariable UUID id) {
    return answer(person, id);
  }

  @PostMapping("/{id}/assessment")
  ResponseEntity<BreachView> assess(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewAssessment made,
      Submission submission,
      @IfMatch long version) {
    return change(
        person,
        id,
        submission,
        breach ->
            handling.assess(
                person,
                breach,
                version,
                made.factors(),
                made.lowProbability(),
                made.affected(),
                made.mostInOneState()));
  }

  @PostMapping("/{id}/people")
  ResponseEntity<BreachView> concerns(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewPeople people,
      Submission submission,
      @IfMatch long version) {
    return change(
        person,
        id,
        submission,
        breach -> handling.concerns(person, breach, version, people.clientIds()));
  }

  @PostMapping("/{id}/notices")
  ResponseEntity<BreachView> told(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewNotice notice,
      Submission submission,
      @IfMatch long version) {
    var sent = new Breach.Sent(notice.how(), notice.sentAt(), person.subject());
    return change(
        person,
        id,
        submission,
        breach -> handling.told(person, breach, version, notice.whom(), sent, notice.clientIds()));
  }

  /** A notice was recorded that did not go out. */
  @PostMapping("/{id}/notices/{notice}/entered-in-error")
  ResponseEntity<BreachView> enterInError(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID notice,
      Submission submission,
      @IfMatch long version) {
    return change(
        person, id, submission, breach -> handling.enterInError(person, breach, version, notice));
  }

  /** Somebody was named by mistake. */
  @PostMapping("/{id}/people/{client}/entered-in-error")
  ResponseEntity<BreachView> takeBack(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID client,
      Submission submission,
      @IfMatch long version) {
    return change(
        person, id, submission, breach -> handling.takeBack(person, breach, version, client));
  }

  private ResponseEntity<BreachView> change(
      Person person, UUID id, Submission submission, Function<Breach, UUID> effect) {
    submission.change(() -> handling.reach(person, id), effect);
    return answer(person, id);
  }

  private ResponseEntity<BreachView> answer(Person person, UUID id) {
    var view = lookingUp.one(person, id);
    return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
  }
}
