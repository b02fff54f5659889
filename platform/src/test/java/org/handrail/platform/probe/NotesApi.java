package org.handrail.platform.probe;

import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SVC_REFERRAL;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.caller.OpenToEverybody;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.RepeatsAreHarmless;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.handrail.platform.version.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Each joint of the platform once, as services use it. */
@RestController
class NotesApi {

  static final ProblemType SETTLED = ProblemType.of("settled", 409, "This note says so already");

  private final Notes notes;
  private final Transactions transactions;
  private final Gate gate;

  NotesApi(Notes notes, Transactions transactions, Gate gate) {
    this.notes = notes;
    this.transactions = transactions;
    this.gate = gate;
  }

  enum Tone {
    MATTER_OF_FACT,
    WARM
  }

  record Part(@NotBlank String text) {}

  record Measure(int length, boolean rounded) {}

  record Writing(
      @ManyLines @NotBlank @Size(max = 2000) String words,
      @Nullable Integer count,
      @Nullable Tone tone,
      @Nullable Instant at,
      @Nullable LocalDate on,
      @Nullable LocalDateTime there,
      @Nullable Duration length,
      @Nullable UUID about,
      @Nullable List<@Valid Part> parts,
      @Nullable List<String> labels,
      @ManyLines @Nullable Map<String, String> told) {}

  record Rewriting(@NotBlank String words) {}

  @PostMapping("/api/notes")
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<Notes.Note> write(
      Person person, @Valid @RequestBody Writing writing, Submission submission) {
    var outcome =
        submission.create(
            () -> {
              if (writing.words().startsWith("surprise")) {
                throw new IllegalStateException("nobody expected " + writing.words());
              }
              gate.pass(writing.words());
              return notes.add(person.agency(), writing.words());
            });
    var note = read(outcome.id());
    return ResponseEntity.status(outcome.status())
        .location(URI.create("/api/notes/" + note.id()))
        .header("Replayed", String.valueOf(outcome.replayed()))
        .eTag(ETags.of(note.version()))
        .body(note);
  }

  @PostMapping("/api/notes/{id}/rewording")
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<Notes.Note> reword(
      @PathVariable UUID id,
      @Valid @RequestBody Rewriting rewriting,
      Submission submission,
      @IfMatch long version) {
    submission.change(
        () -> notes.find(id).orElseThrow(NotFound::new),
        note -> {
          Versions.require(version, note.version());
          if (note.words().equals(rewriting.words())) {
            throw Refusal.of(SETTLED);
          }
          if (!notes.reword(note, rewriting.words())) {
            throw Refusal.of(Versions.VERSION_CONFLICT);
          }
          return id;
        });
    var note = read(id);
    return ResponseEntity.ok().eTag(ETags.of(note.version())).body(note);
  }

  @GetMapping("/api/notes/{id}")
  @AllowedTo(PEER_SPECIALIST)
  Notes.Note read(@PathVariable UUID id) {
    return transactions.reading(() -> notes.find(id)).orElseThrow(NotFound::new);
  }

  @GetMapping("/api/notes")
  @AllowedTo(PEER_SPECIALIST)
  Map<String, Object> list(
      @RequestParam(defaultValue = "10") @Max(100) int limit,
      @RequestParam(defaultValue = "warm") Tone tone) {
    return Map.of("count", transactions.reading(notes::count), "limit", limit, "tone", tone);
  }

  record Sought(
      @Size(max = 20) @Nullable String word,
      @Nullable Tone tone,
      @BindParam("at_least") @Max(9) @Nullable Integer least,
      @Nullable Instant since) {}

  @GetMapping("/api/notes/sought")
  @AllowedTo(PEER_SPECIALIST)
  Map<String, String> seek(
      @ModelAttribute @Valid Sought sought,
      @RequestParam(name = "in_all") boolean all,
      @RequestParam @Nullable LocalDate on,
      @RequestParam @Nullable LocalDateTime there) {
    return Map.of(
        "word", String.valueOf(sought.word()),
        "all", String.valueOf(all),
        "since", String.valueOf(sought.since()),
        "on", String.valueOf(on),
        "there", String.valueOf(there));
  }

  @PostMapping("/api/large/echo")
  @AllowedTo(PEER_SPECIALIST)
  @RepeatsAreHarmless("it changes nothing")
  Map<String, Integer> measure(@RequestBody Rewriting rewriting) {
    return Map.of("length", rewriting.words().length());
  }

  @PostMapping("/api/measures")
  @AllowedTo(PEER_SPECIALIST)
  @RepeatsAreHarmless("it changes nothing")
  Measure repeat(@RequestBody Measure measure) {
    return measure;
  }

  @GetMapping("/api/broken")
  @AllowedTo(PEER_SPECIALIST)
  String broken() {
    throw new IllegalStateException("Maya's secret");
  }

  @GetMapping("/internal/notes")
  @AllowedTo(SVC_REFERRAL)
  Map<String, Object> count(OnBehalfOf person) {
    return Map.of("agency", person.agency(), "count", transactions.reading(notes::count));
  }

  @GetMapping("/public/greeting")
  @OpenToEverybody("says the same to all")
  Map<String, String> greeting() {
    return Map.of("greeting", "hello");
  }
}
