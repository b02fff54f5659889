package org.handrail.client.voice;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.handrail.client.access.AccessLog;
import org.handrail.client.client.ReachingClient;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.Slice;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The client's words to what is kept about them, and who looked at it. */
@RestController
@RequestMapping("/api/clients/{id}")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class VoiceApi {
  private final Listening listening;
  private final ReachingClient reaching;

  VoiceApi(Listening listening, ReachingClient reaching) {
    this.listening = listening;
    this.reaching = reaching;
  }

  /** What the client says. */
  record NewAnnotation(
      @NotNull @Valid Annotation.About about,
      @ManyLines @NotBlank @Size(max = 4000) String words,
      @Valid @Nullable ActForm act) {}

  /** That it was kept. */
  record Annotated(UUID id, Annotation.About about) {}

  @PostMapping("/annotations")
  ResponseEntity<Annotated> annotate(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewAnnotation annotation,
      Submission submission) {
    var made =
        submission.create(
            () -> reaching.reach(person, id),
            client ->
                listening.annotate(
                    client, annotation.about(), annotation.words(), annotation.act()));
    return ResponseEntity.status(201).body(new Annotated(made.id(), annotation.about()));
  }

  @GetMapping("/annotations")
  Slice<Annotation, UUID> annotations(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return listening.annotations(person, id, after, limit);
  }

  @GetMapping("/access-log")
  Slice<AccessLog.Look, UUID> looks(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return listening.looks(person, id, after, limit);
  }
}
