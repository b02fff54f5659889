package org.handrail.client.credential;

import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
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

/** The hours of a certification: written down, and signed by a supervisor. */
@RestController
@RequestMapping("/api/specialists/{specialist}/credentials/{credential}/hours")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, AGENCY_ADMIN})
class HoursApi {
  private final CountingHours counting;
  private final ReachingCredential reaching;
  private final LookingUpCredentials lookingUp;

  HoursApi(CountingHours counting, ReachingCredential reaching, LookingUpCredentials lookingUp) {
    this.counting = counting;
    this.reaching = reaching;
    this.lookingUp = lookingUp;
  }

  /**
   * @param accepted whether the supervisor takes the hours
   */
  record NewSignature(@NotNull Boolean accepted) {}

  record Added(UUID id) {}

  /** Hours, and whether they count. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LineView(
      UUID id,
      HoursKind kind,
      String domain,
      @Nullable String topic,
      String activity,
      String provider,
      Instant startsAt,
      Instant endsAt,
      LocalDate day,
      int minutes,
      boolean live,
      boolean academy,
      HoursLedger.@Nullable Signature signature) {

    static LineView of(HoursLedger.Line line) {
      var entry = line.entry();
      return new LineView(
          entry.id(),
          entry.kind(),
          entry.domain(),
          entry.topic(),
          entry.activity(),
          entry.provider(),
          entry.startsAt(),
          entry.endsAt(),
          entry.day(),
          entry.minutes(),
          entry.live(),
          entry.academy(),
          line.signature());
    }
  }

  @PostMapping
  ResponseEntity<Added> add(
      Person person,
      @PathVariable UUID specialist,
      @PathVariable UUID credential,
      @RequestBody @Valid HoursForm hours,
      Submission submission) {
    var id =
        submission
            .create(
                () -> reaching.reach(person, specialist, credential),
                reached -> counting.add(reached, hours))
            .id();
    var ledger = "/api/specialists/" + specialist + "/credentials/" + credential + "/hours";
    return ResponseEntity.created(URI.create(ledger)).body(new Added(id));
  }

  @GetMapping
  Slice<LineView, UUID> list(
      Person person,
      @PathVariable UUID specialist,
      @PathVariable UUID credential,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return Slice.of(
            limit,
            most -> lookingUp.hours(person, specialist, credential, after, most),
            line -> line.entry().id())
        .as(LineView::of);
  }

  @PostMapping("/{id}/signature")
  @AllowedTo(SUPERVISOR)
  ResponseEntity<Added> sign(
      Person person,
      @PathVariable UUID specialist,
      @PathVariable UUID credential,
      @PathVariable UUID id,
      @RequestBody @Valid NewSignature signature,
      Submission submission) {
    submission.change(
        () -> reaching.reach(person, specialist, credential),
        reached -> counting.sign(reached, id, signature.accepted()));
    return ResponseEntity.ok(new Added(id));
  }
}
