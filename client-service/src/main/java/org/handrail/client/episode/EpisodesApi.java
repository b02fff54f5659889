package org.handrail.client.episode;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Episodes, as clients and those at their side begin, rest, go on and end. */
@RestController
@RequestMapping("/api/clients/{id}/episodes")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class EpisodesApi {
  private final ReachingClient reaching;
  private final WalkingTogether walking;
  private final ClosingEpisode closing;
  private final NotingProviders providers;
  private final LookingUpEpisodes lookingUp;

  EpisodesApi(
      ReachingClient reaching,
      WalkingTogether walking,
      ClosingEpisode closing,
      NotingProviders providers,
      LookingUpEpisodes lookingUp) {
    this.reaching = reaching;
    this.walking = walking;
    this.closing = closing;
    this.providers = providers;
    this.lookingUp = lookingUp;
  }

  /**
   * A pause or its end. No reason is asked for.
   *
   * @param act the client's, if it is their wish
   */
  record EpisodeStep(@Valid @Nullable ActForm act) {}

  /**
   * The end of an episode.
   *
   * @param reason if the client wants to give one
   * @param act the client's decision; without it only a death closes an episode
   */
  record EpisodeClosing(Episode.@Nullable ClosingReason reason, @Valid @Nullable ActForm act) {}

  /** Somebody else who is there for the client from that day on. */
  record NewProvider(@NotBlank @Size(max = 200) String provider, @NotNull LocalDate since) {}

  /** Their last day. */
  record ProvidersLastDay(@NotNull LocalDate until) {}

  @PostMapping
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR})
  ResponseEntity<EpisodeView> open(Person person, @PathVariable UUID id, Submission submission) {
    var made = submission.create(() -> reaching.reach(person, id), walking::open);
    return answer(person, id, made.id(), 201);
  }

  @GetMapping
  Slice<EpisodeView, UUID> page(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return lookingUp.page(person, id, after, limit);
  }

  @GetMapping("/{episode}")
  ResponseEntity<EpisodeView> one(
      Person person, @PathVariable UUID id, @PathVariable UUID episode) {
    return answer(person, id, episode, 200);
  }

  @PostMapping("/{episode}/pause")
  ResponseEntity<EpisodeView> pause(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID episode,
      @RequestBody @Valid EpisodeStep step,
      Submission submission,
      @IfMatch long version) {
    submission.change(
        () -> walking.of(reaching.reach(person, id), episode),
        in -> walking.pause(in, step.act(), version));
    return answer(person, id, episode, 200);
  }

  @PostMapping("/{episode}/resumption")
  ResponseEntity<EpisodeView> resume(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID episode,
      @RequestBody @Valid EpisodeStep step,
      Submission submission,
      @IfMatch long version) {
    submission.change(
        () -> walking.of(reaching.reach(person, id), episode),
        in -> walking.resume(in, step.act(), version));
    return answer(person, id, episode, 200);
  }

  @PostMapping("/{episode}/closing")
  ResponseEntity<EpisodeView> close(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID episode,
      @RequestBody @Valid EpisodeClosing close,
      Submission submission,
      @IfMatch long version) {
    submission.change(
        () -> walking.of(reaching.reach(person, id), episode),
        in -> closing.close(in, close.reason(), close.act(), version));
    return answer(person, id, episode, 200);
  }

  @PostMapping("/{episode}/providers")
  ResponseEntity<EpisodeView> provider(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID episode,
      @RequestBody @Valid NewProvider provider,
      Submission submission) {
    submission.create(
        () -> walking.of(reaching.reach(person, id), episode),
        in -> providers.add(in, provider.provider(), provider.since()));
    return answer(person, id, episode, 201);
  }

  @PutMapping("/{episode}/providers/{provider}")
  ResponseEntity<EpisodeView> lastDay(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID episode,
      @PathVariable UUID provider,
      @RequestBody @Valid ProvidersLastDay last) {
    providers.until(person, id, episode, provider, last.until());
    return answer(person, id, episode, 200);
  }

  private ResponseEntity<EpisodeView> answer(Person person, UUID id, UUID episode, int status) {
    var view = lookingUp.one(person, id, episode);
    return ResponseEntity.status(status).eTag(ETags.of(view.version())).body(view);
  }
}
