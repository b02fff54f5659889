package org.handrail.client.wellbeing;

import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.handrail.client.specialist.ReachingSpecialist;
import org.handrail.client.wellbeing.Sessions.Session;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.Slice;
import org.handrail.platform.scope.Transactions;
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

/** Supervision, for the specialist and the supervisors. */
@RestController
@RequestMapping("/api/specialists/{specialist}/supervision-sessions")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR})
class SupervisionApi {
  private final Supervising supervising;
  private final Sessions sessions;
  private final ReachingSpecialist specialists;
  private final Transactions transactions;

  SupervisionApi(
      Supervising supervising,
      Sessions sessions,
      ReachingSpecialist specialists,
      Transactions transactions) {
    this.supervising = supervising;
    this.sessions = sessions;
    this.specialists = specialists;
    this.transactions = transactions;
  }

  record NewSession(
      @NotNull Instant heldAt,
      @NotNull @Min(1) @Max(480) Integer minutes,
      @Nullable Boolean oneToOne,
      @ManyLines @Size(max = 4000) @Nullable String notes) {}

  record Recorded(UUID id) {}

  @PostMapping
  @AllowedTo(SUPERVISOR)
  ResponseEntity<Recorded> record(
      Person person,
      @PathVariable UUID specialist,
      @RequestBody @Valid NewSession session,
      Submission submission) {
    var oneToOne = session.oneToOne() == null || session.oneToOne();
    var id =
        submission
            .create(
                () -> specialists.reachWithClients(person, specialist),
                of ->
                    supervising.record(
                        of, session.heldAt(), session.minutes(), oneToOne, session.notes()))
            .id();
    var place = "/api/specialists/" + specialist + "/supervision-sessions";
    return ResponseEntity.created(URI.create(place)).body(new Recorded(id));
  }

  @GetMapping
  Slice<Session, UUID> list(
      Person person,
      @PathVariable UUID specialist,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () -> {
          var of = specialists.seeWithClients(person, specialist);
          return Slice.of(
              limit, most -> sessions.page(of.agency(), of.id(), after, most), Session::id);
        });
  }
}
