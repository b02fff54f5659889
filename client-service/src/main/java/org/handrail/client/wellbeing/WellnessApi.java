package org.handrail.client.wellbeing;

import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.wellbeing.Notebooks.AskedTalk;
import org.handrail.client.wellbeing.Notebooks.Entry;
import org.handrail.client.wellbeing.Notebooks.Kind;
import org.handrail.client.wellbeing.Notebooks.Plan;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.Slice;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The caller's own notebook. Nobody else can open it, and no address of it names what is inside.
 */
@RestController
@RequestMapping("/api/specialists/me")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR})
class WellnessApi {
  private final StayingWell staying;

  WellnessApi(StayingWell staying) {
    this.staying = staying;
  }

  /**
   * An entry.
   *
   * @param feelings from 1 to 5, by names of one's own
   * @param talkTo whom to ask for a talk; they hear that, and nothing of the entry
   */
  record NewEntry(
      @NotNull Kind kind,
      @Size(max = 20)
          @Nullable Map<@NotNull @Size(min = 1, max = 60) String, @NotNull @Min(1) @Max(5) Integer>
              feelings,
      @ManyLines @Size(max = 4000) @Nullable String words,
      @Nullable SubjectId talkTo) {}

  /** That it is written, and where support is. */
  record Written(UUID id, List<SupportWays.Way> support) {}

  record Sections(
      @ManyLines @NotNull @Size(max = 20)
          Map<@NotNull @Size(min = 1, max = 60) String, @NotNull @Size(max = 4000) String>
              sections) {}

  record Talks(List<AskedTalk> items) {}

  @PostMapping("/wellness")
  ResponseEntity<Written> write(
      Person person, @RequestBody @Valid NewEntry entry, Submission submission) {
    var id =
        submission
            .create(
                () ->
                    staying.write(
                        person,
                        entry.kind(),
                        entry.feelings() == null ? Map.of() : entry.feelings(),
                        entry.words(),
                        entry.talkTo()))
            .id();
    return ResponseEntity.created(URI.create("/api/specialists/me/wellness"))
        .body(new Written(id, staying.support()));
  }

  @GetMapping("/wellness")
  Slice<Entry, UUID> read(
      Person person,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return Slice.of(limit, most -> staying.read(person, after, most), Entry::id);
  }

  @DeleteMapping("/wellness/{id}")
  ResponseEntity<Void> tearOut(Person person, @PathVariable UUID id) {
    staying.tearOut(person, id);
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/wellness-plan")
  ResponseEntity<Plan> plan(Person person) {
    var plan = staying.plan(person);
    return ResponseEntity.ok().eTag(ETags.of(plan.version())).body(plan);
  }

  @PutMapping("/wellness-plan")
  ResponseEntity<Plan> plan(
      Person person, @RequestBody @Valid Sections sections, @IfMatch long version) {
    staying.plan(person, version, sections.sections());
    return plan(person);
  }

  @GetMapping("/talks/{id}")
  AskedTalk talk(Person person, @PathVariable UUID id) {
    return staying.talk(person, id);
  }

  @GetMapping("/talks")
  Talks talks(Person person) {
    return new Talks(staying.talks(person));
  }
}
