package org.handrail.referral.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.handrail.platform.version.Versions;
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

/** How many places services have: said by who runs them, read by everybody signed in. */
@RestController
@RequestMapping("/api/capacity")
@AllowedTo({
  Role.PEER_SPECIALIST,
  Role.SUPERVISOR,
  Role.INTAKE_COORDINATOR,
  Role.PRIVACY_OFFICER,
  Role.AGENCY_ADMIN,
  Role.COALITION_ADMIN,
  Role.CLIENT
})
class CapacityController {
  private static final Duration A_DAY = Duration.ofHours(24);

  private final StatingCapacity stating;
  private final Capacities capacities;
  private final StatedAvailability availability;
  private final Transactions transactions;

  CapacityController(
      StatingCapacity stating,
      Capacities capacities,
      StatedAvailability availability,
      Transactions transactions) {
    this.stating = stating;
    this.capacities = capacities;
    this.availability = availability;
    this.transactions = transactions;
  }

  /**
   * How many places there are, and how the provider keeps them for referrals.
   *
   * @param free places, counting those that are kept now
   * @param holdFor for how long a place is kept at most, from a minute to seven days; a day when
   *     not said
   * @param holdsAtOnce places that are kept as soon as a referral is accepted; none when not said
   */
  record Saying(
      @NotNull @Min(0) @Max(10000) Integer total,
      @NotNull @Min(0) @Max(10000) Integer free,
      @Schema(description = HoldTime.STATED) @Nullable Duration holdFor,
      @Min(0) @Max(10000) @Nullable Integer holdsAtOnce) {
    Capacities.Said said() {
      return new Capacities.Said(
          total, free, holdFor == null ? A_DAY : holdFor, holdsAtOnce == null ? 0 : holdsAtOnce);
    }
  }

  /** The first statement about places of a service. */
  record FirstSaying(
      @NotNull UUID serviceId,
      @NotNull Unit unit,
      @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") @Nullable String kind,
      @NotNull @Valid Saying places) {}

  /** A page; {@code next} is absent on the last one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CapacityPage(List<CapacityView> items, @Nullable String next) {}

  /** What was said, the latest first; {@code next} is absent when that is all. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SaidPage(List<SaidView> items, @Nullable Long next) {}

  /** A statement as it was made. */
  record SaidView(long version, int total, int free, Instant saidAt, String saidBy) {}

  @PostMapping
  @AllowedTo({Role.INTAKE_COORDINATOR, Role.AGENCY_ADMIN})
  ResponseEntity<CapacityView> say(
      Person person, @RequestBody @Valid FirstSaying first, Submission submission) {
    String kind = first.kind() == null ? "any" : first.kind();
    UUID id =
        submission
            .create(
                () -> stating.offered(person, first.serviceId()),
                service ->
                    stating.first(person, service, first.unit(), kind, first.places().said()))
            .id();
    CapacityView view = view(person, id);
    return ResponseEntity.created(URI.create("/api/capacity/" + id))
        .eTag(ETags.of(view.version()))
        .body(view);
  }

  @PutMapping("/{id}")
  @AllowedTo({Role.INTAKE_COORDINATOR, Role.AGENCY_ADMIN})
  ResponseEntity<CapacityView> sayAnew(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Saying saying,
      @IfMatch long version) {
    transactions.run(
        () -> {
          Capacity own = own(person, id);
          Versions.require(version, own.version());
          stating.anew(person, own, saying.said());
        });
    return show(person, id);
  }

  /** The service has no places of this kind, or none any more. */
  @PostMapping("/{id}/retirement")
  @AllowedTo({Role.INTAKE_COORDINATOR, Role.AGENCY_ADMIN})
  ResponseEntity<CapacityView> retire(
      Person person, @PathVariable UUID id, Submission submission, @IfMatch long version) {
    submission.change(
        () -> own(person, id),
        own -> {
          Versions.require(version, own.version());
          return stating.retire(person, own);
        });
    return show(person, id);
  }

  @GetMapping("/{id}")
  ResponseEntity<CapacityView> show(Person person, @PathVariable UUID id) {
    CapacityView view = view(person, id);
    return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
  }

  @GetMapping
  CapacityPage list(
      Person person,
      @RequestParam(required = false) @Nullable UUID serviceId,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Size(max = 80) @Nullable String after) {
    Capacities.Place place = after == null ? null : place(after);
    var page =
        transactions.reading(
            () ->
                Slice.of(
                    limit,
                    most -> capacities.page(serviceId, place, most),
                    last -> last.serviceId() + "." + last.id()));
    return new CapacityPage(page.as(capacity -> view(person, capacity)).items(), page.next());
  }

  @GetMapping("/{id}/statements")
  SaidPage history(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(defaultValue = "9007199254740991") long before) {
    return transactions.reading(
        () -> {
          if (capacities.find(id).isEmpty()) {
            throw new NotFound();
          }
          List<SaidView> said =
              capacities.history(id, before, limit).stream()
                  .map(
                      s ->
                          new SaidView(
                              s.version(), s.total(), s.free(), s.saidAt(), s.agency().value()))
                  .toList();
          boolean more = said.size() == limit && said.getLast().version() > 0;
          return new SaidPage(said, more ? said.getLast().version() : null);
        });
  }

  private Capacity own(Person person, UUID id) {
    return capacities
        .lock(id)
        .filter(capacity -> stating.isOwn(person, capacity))
        .orElseThrow(NotFound::new);
  }

  private CapacityView view(Person person, UUID id) {
    return view(person, transactions.reading(() -> capacities.find(id).orElseThrow(NotFound::new)));
  }

  private CapacityView view(Person person, Capacity capacity) {
    return CapacityView.of(capacity, availability.trust(capacity), person);
  }

  private static Capacities.Place place(String cursor) {
    String[] parts = cursor.split("\\.", -1);
    try {
      if (parts.length == 2) {
        return new Capacities.Place(UUID.fromString(parts[0]), UUID.fromString(parts[1]));
      }
      throw new IllegalArgumentException("not two");
    } catch (IllegalArgumentException e) {
      throw Refusal.of(Problems.notOfAnEarlierPage());
    }
  }
}
