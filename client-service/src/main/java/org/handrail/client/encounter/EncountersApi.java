package org.handrail.client.encounter;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.language.Advice;
import org.handrail.client.language.LanguageAdvice;
import org.handrail.client.withdrawal.WithdrawalForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.Slice;
import org.handrail.platform.submission.RepeatsAreHarmless;
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

/** Encounters, as specialists write them down and clients read them. */
@RestController
@RequestMapping("/api/encounters")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class EncountersApi {
  private final RecordingEncounter recording;
  private final ReachingClient reaching;
  private final WithdrawingEncounter withdrawing;
  private final LookingUpEncounters lookingUp;
  private final LanguageAdvice language;
  private final Activities activities;

  EncountersApi(
      RecordingEncounter recording,
      ReachingClient reaching,
      WithdrawingEncounter withdrawing,
      LookingUpEncounters lookingUp,
      LanguageAdvice language,
      Activities activities) {
    this.recording = recording;
    this.reaching = reaching;
    this.withdrawing = withdrawing;
    this.lookingUp = lookingUp;
    this.language = language;
    this.activities = activities;
  }

  record NewEncounter(@NotNull UUID clientId, @NotNull @Valid Account encounter) {}

  /**
   * What was written down wrongly, put right.
   *
   * @param reason why it is corrected
   */
  record Correction(
      @ManyLines @NotBlank @Size(max = 500) String reason, @NotNull @Valid Account encounter) {}

  /** Some text that somebody would like to have looked over. */
  record Draft(@ManyLines @NotNull @Size(max = 4000) String text) {}

  record Advised(List<Advice> advice) {}

  record Versions(List<EncounterView> items) {}

  @PostMapping
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<EncounterView> record(
      Person person, @RequestBody @Valid NewEncounter encounter, Submission submission) {
    var outcome =
        submission.create(
            () -> reaching.reach(person, encounter.clientId()),
            client -> recording.record(client, encounter.encounter()));
    return answer(person, outcome.id(), 201, advice(encounter.encounter()).toList());
  }

  @PostMapping("/{id}/corrections")
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<EncounterView> correct(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Correction correction,
      Submission submission,
      @IfMatch long version) {
    submission.change(
        () -> recording.reach(person, id),
        found -> recording.correct(found, version, correction.reason(), correction.encounter()));
    var advice =
        Stream.concat(
            language.on("/reason", correction.reason()).stream(), advice(correction.encounter()));
    return answer(person, id, 200, advice.toList());
  }

  @PostMapping("/{id}/sign-off")
  @AllowedTo(SUPERVISOR)
  ResponseEntity<EncounterView> signOff(
      Person person, @PathVariable UUID id, Submission submission, @IfMatch long version) {
    submission.change(
        () -> recording.reach(person, id), found -> recording.signOff(found, version));
    return answer(person, id, 200, null);
  }

  /** Takes it back: it was entered by mistake. */
  @PostMapping("/{id}/withdrawal")
  ResponseEntity<EncounterView> withdraw(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid WithdrawalForm form,
      Submission submission,
      @IfMatch long version) {
    submission.change(
        () -> recording.reach(person, id),
        found -> withdrawing.withdraw(found, version, form.reason()));
    return answer(person, id, 200, null);
  }

  @GetMapping
  Slice<EncounterView, UUID> ofClient(
      Person person,
      @RequestParam UUID clientId,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return lookingUp.page(person, clientId, after, limit);
  }

  @GetMapping("/activities")
  Activities activities() {
    return activities;
  }

  @GetMapping("/{id}")
  ResponseEntity<EncounterView> one(Person person, @PathVariable UUID id) {
    return answer(person, id, 200, null);
  }

  @GetMapping("/{id}/history")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, PRIVACY_OFFICER, CLIENT})
  Versions history(Person person, @PathVariable UUID id) {
    return new Versions(lookingUp.history(person, id));
  }

  @PostMapping("/language-advice")
  @RepeatsAreHarmless("it changes nothing")
  Advised advise(@RequestBody @Valid Draft draft) {
    return new Advised(language.on("/text", draft.text()));
  }

  // What the client said or learned is theirs to put as they like.
  private Stream<Advice> advice(Account account) {
    var learned = account.learned();
    return Stream.concat(
        language.on("/encounter/whatWeDid", account.whatWeDid()).stream(),
        language
            .on("/encounter/learned/specialist", learned == null ? null : learned.specialist())
            .stream());
  }

  private ResponseEntity<EncounterView> answer(
      Person person, UUID id, int status, @Nullable List<Advice> advice) {
    var view = EncounterView.of(lookingUp.one(person, id), advice);
    var answer = ResponseEntity.status(status).eTag(ETags.of(view.version()));
    return (status == 201 ? answer.location(URI.create("/api/encounters/" + id)) : answer)
        .body(view);
  }
}
