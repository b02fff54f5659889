package org.handrail.referral.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets people look for the next meetings. Who looked for what is kept nowhere. */
@RestController
@RequestMapping("/api/meetings")
@AllowedTo({
  Role.PEER_SPECIALIST,
  Role.SUPERVISOR,
  Role.INTAKE_COORDINATOR,
  Role.PRIVACY_OFFICER,
  Role.AGENCY_ADMIN,
  Role.COALITION_ADMIN,
  Role.CLIENT
})
class MeetingController {
  private final SearchingMeetings searching;
  private final Meetings meetings;
  private final TypeCodes codes;
  private final Transactions transactions;
  private final Clock clock;

  MeetingController(
      SearchingMeetings searching,
      Meetings meetings,
      TypeCodes codes,
      Transactions transactions,
      Clock clock) {
    this.searching = searching;
    this.meetings = meetings;
    this.codes = codes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A page of occurrences; {@code next} is absent on the last one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<OccurrenceView> items, @Nullable String next) {}

  @GetMapping
  Page search(
      @RequestParam(required = false) @Size(max = 60) @Nullable String near,
      @RequestParam(required = false) @DecimalMin("0.1") @DecimalMax("200") @Nullable Double within,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "") @Size(max = 30) List<@NotNull Fellowship> fellowship,
      @RequestParam(required = false) @Size(max = 40) @Nullable String type,
      @RequestParam(required = false) @Nullable Boolean online,
      @RequestParam(required = false) @Size(max = 35) @Nullable String language,
      @RequestParam(defaultValue = "false") boolean newcomer,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Size(max = 200) @Nullable String after) {
    Wanted wanted =
        searching.wanted(near, within, from, to, fellowship, type, online, language, newcomer);
    return searching.page(wanted, after, limit);
  }

  @GetMapping("/{id}")
  MeetingView show(@PathVariable UUID id) {
    return transactions.reading(
        () ->
            meetings
                .find(id)
                .map(meeting -> MeetingView.of(meeting, codes, clock.instant()))
                .orElseThrow(NotFound::new));
  }
}
