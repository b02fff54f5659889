package org.handrail.client.reporting;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Enrollments in grants and their reports, for those at the client's side and the client. */
@RestController
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class GrantReportsApi {
  private static final String ENROLLMENTS = "/api/clients/{clientId}/grant-enrollments";

  private final EnrollingInGrant enrolling;
  private final LookingUpGrantReports lookingUp;
  private final ReadingParts readingParts;
  private final ReachingClient reaching;

  GrantReportsApi(
      EnrollingInGrant enrolling,
      LookingUpGrantReports lookingUp,
      ReadingParts readingParts,
      ReachingClient reaching) {
    this.enrolling = enrolling;
    this.lookingUp = lookingUp;
    this.readingParts = readingParts;
    this.reaching = reaching;
  }

  record NewEnrollment(
      @NotNull @Pattern(regexp = "[a-z0-9-]{1,64}") String grant, @NotNull LocalDate startedOn) {}

  record End(@NotNull LocalDate endedOn) {}

  record Kept(UUID id) {}

  record Some(List<Enrollment> items) {}

  /**
   * A report that is due.
   *
   * @param overdue whether its last day is over
   * @param partA from the records: what came of it so far
   * @param partC the client's own: what came of it so far
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DueReport(
      UUID clientId,
      UUID enrollmentId,
      int episode,
      Grants.Point point,
      int number,
      LocalDate opens,
      LocalDate closes,
      boolean overdue,
      PartForm.@Nullable Outcome partA,
      PartForm.@Nullable Outcome partC) {

    static DueReport of(
        Enrollment enrollment,
        Windows.Window window,
        PartForm.@Nullable Outcome partA,
        PartForm.@Nullable Outcome partC,
        boolean overdue) {
      return new DueReport(
          enrollment.clientId(),
          enrollment.id(),
          enrollment.episode(),
          window.point(),
          window.number(),
          window.opens(),
          window.closes(),
          overdue,
          partA,
          partC);
    }

    @JsonIgnore
    boolean isOpen() {
      return partA == null || partC == null;
    }
  }

  @PostMapping(ENROLLMENTS)
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<Enrollment> enrol(
      Person person,
      @PathVariable UUID clientId,
      @RequestBody @Valid NewEnrollment enrollment,
      Submission submission) {
    var outcome =
        submission.create(
            () -> reaching.reach(person, clientId),
            client -> enrolling.enrol(client, enrollment.grant(), enrollment.startedOn()));
    return ResponseEntity.created(URI.create("/api/clients/" + clientId + "/grant-enrollments"))
        .body(one(person, clientId, outcome.id()));
  }

  @GetMapping(ENROLLMENTS)
  Some ofClient(Person person, @PathVariable UUID clientId) {
    return new Some(lookingUp.ofClient(person, clientId));
  }

  @PostMapping(ENROLLMENTS + "/{id}/end")
  @AllowedTo(PEER_SPECIALIST)
  Enrollment end(
      Person person,
      @PathVariable UUID clientId,
      @PathVariable UUID id,
      @RequestBody @Valid End end,
      Submission submission) {
    submission.change(
        () -> enrolling.find(reaching.reachToFinish(person, clientId), id),
        found -> enrolling.end(found, end.endedOn()));
    return one(person, clientId, id);
  }

  /** It was written down by mistake: nothing is due of it, and it stands in no export. */
  @PostMapping(ENROLLMENTS + "/{id}/entered-in-error")
  @AllowedTo(PEER_SPECIALIST)
  Enrollment enterInError(
      Person person, @PathVariable UUID clientId, @PathVariable UUID id, Submission submission) {
    submission.change(
        () -> enrolling.find(reaching.reachToFinish(person, clientId), id),
        enrolling::enterInError);
    return one(person, clientId, id);
  }

  /** What was reported of it and what the client refused, the latest first. */
  @GetMapping(ENROLLMENTS + "/{id}/parts")
  @AllowedTo({PEER_SPECIALIST, CLIENT})
  Slice<ReportedPart, UUID> parts(
      Person person,
      @PathVariable UUID clientId,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return readingParts.page(person, clientId, id, after, limit);
  }

  @PostMapping(ENROLLMENTS + "/{id}/parts")
  @AllowedTo({PEER_SPECIALIST, CLIENT})
  ResponseEntity<Kept> report(
      Person person,
      @PathVariable UUID clientId,
      @PathVariable UUID id,
      @RequestBody @Valid PartForm part,
      Submission submission) {
    var outcome =
        submission.create(
            () -> enrolling.find(reaching.reachToFinish(person, clientId), id),
            found -> enrolling.report(found, part));
    return ResponseEntity.status(201).body(new Kept(outcome.id()));
  }

  @GetMapping("/api/clients/reassessments")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR})
  Slice<DueReport, UUID> due(
      Person person,
      @RequestParam String grant,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return lookingUp.due(person, grant, after, limit);
  }

  private Enrollment one(Person person, UUID client, UUID id) {
    return lookingUp.ofClient(person, client).stream()
        .filter(enrollment -> enrollment.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
