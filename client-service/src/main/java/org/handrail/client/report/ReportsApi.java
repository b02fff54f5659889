package org.handrail.client.report;

import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.submission.RepeatsAreHarmless;
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

/** Reports to authorities, by those at a client's side. */
@RestController
@RequestMapping("/api/disclosures/reports")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR})
class ReportsApi {
  static final ProblemType NO_EXCEPTION =
      ProblemType.of("report-no-exception", 422, "42 CFR part 2 has no exception for this report");

  private static final String PARTY = "[a-z0-9][a-z0-9-]{0,63}";

  private final Reporting reporting;
  private final ReachingClient reaching;
  private final LookingUpReports lookingUp;

  ReportsApi(Reporting reporting, ReachingClient reaching, LookingUpReports lookingUp) {
    this.reporting = reporting;
    this.reaching = reaching;
    this.lookingUp = lookingUp;
  }

  record NewChildAbuseReport(
      @NotNull UUID clientId,
      @NotNull @Pattern(regexp = PARTY) String recipient,
      @NotBlank @Size(max = 100) String reference,
      @NotNull Instant madeAt,
      @NotBlank @Size(max = 200) String reporter,
      @NotNull @Valid Told.OfChildAbuse told) {}

  record NewCrimeReport(
      @NotNull UUID clientId,
      @NotNull @Pattern(regexp = PARTY) String recipient,
      @NotBlank @Size(max = 100) String reference,
      @NotNull Instant madeAt,
      @NotBlank @Size(max = 200) String reporter,
      @NotNull @Valid Told.OfCrime told) {}

  /** What Part 2 has no exception for. */
  enum Without {
    ELDER_ABUSE,
    VULNERABLE_ADULT_ABUSE,
    DUTY_TO_WARN
  }

  record NotAllowed(@NotNull Without kind) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      UUID id,
      UUID clientId,
      IncidentReport.Kind kind,
      String recipient,
      String reference,
      Instant madeAt,
      String reporter,
      Instant recordedAt,
      String recordedBy,
      @Nullable UUID disclosureId) {
    static View of(IncidentReport report) {
      return new View(
          report.id(),
          report.client().value(),
          report.kind(),
          report.recipient().value(),
          report.reference(),
          report.madeAt(),
          report.reporter(),
          report.recordedAt(),
          report.recordedBy().value(),
          report.disclosureId());
    }
  }

  @PostMapping("/child-abuse")
  ResponseEntity<View> childAbuse(
      Person person, @RequestBody @Valid NewChildAbuseReport report, Submission submission) {
    var made =
        new Reporting.Made(
            new PartyId(report.recipient()),
            report.reference(),
            report.madeAt(),
            report.reporter(),
            report.told());
    return make(person, report.clientId(), IncidentReport.Kind.CHILD_ABUSE, made, submission);
  }

  @PostMapping("/crimes")
  ResponseEntity<View> crime(
      Person person, @RequestBody @Valid NewCrimeReport report, Submission submission) {
    var made =
        new Reporting.Made(
            new PartyId(report.recipient()),
            report.reference(),
            report.madeAt(),
            report.reporter(),
            report.told());
    return make(person, report.clientId(), IncidentReport.Kind.CRIME, made, submission);
  }

  private ResponseEntity<View> make(
      Person person,
      UUID client,
      IncidentReport.Kind kind,
      Reporting.Made made,
      Submission submission) {
    var id =
        submission
            .create(
                () -> reporting.requireAnother(reaching.reachToFinish(person, client)),
                about -> reporting.report(about, kind, made))
            .id();
    return ResponseEntity.created(URI.create("/api/disclosures/reports/" + id))
        .body(lookingUp.one(person, id));
  }

  /** Says what is possible instead; it names no client and keeps nothing. */
  @PostMapping("/others")
  @RepeatsAreHarmless("it changes nothing")
  void others(@RequestBody @Valid NotAllowed report) {
    throw Refusal.of(
        Problem.of(NO_EXCEPTION)
            .detail("Part 2 has no exception for this. What is possible stands in possible.")
            .with("kind", report.kind())
            .with(
                "possible",
                List.of("consent", "anonymous-report", "medical-emergency", "court-order")));
  }

  @GetMapping
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, PRIVACY_OFFICER})
  Slice<View, UUID> list(
      Person person,
      @RequestParam UUID clientId,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return lookingUp.page(person, clientId, after, limit);
  }

  @GetMapping("/{id}")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, PRIVACY_OFFICER})
  View one(Person person, @PathVariable UUID id) {
    return lookingUp.one(person, id);
  }
}
