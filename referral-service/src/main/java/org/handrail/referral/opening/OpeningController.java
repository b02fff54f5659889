package org.handrail.referral.opening;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.PagePlace;
import org.handrail.platform.submission.Submission;
import org.handrail.referral.referral.Category;
import org.handrail.referral.referral.Purpose;
import org.handrail.referral.referral.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Needs that several places are asked about, for those at the client's side. */
@RestController
@RequestMapping("/api/referrals/openings")
class OpeningController {
  private final OpeningDesk desk;
  private final Claiming claiming;

  OpeningController(OpeningDesk desk, Claiming claiming) {
    this.desk = desk;
    this.claiming = claiming;
  }

  /**
   * Asks the partners among the client's choices.
   *
   * @param area a coarse code, such as a county's; never an address
   * @param reason for whoever claims it, in a few words; nobody else is told
   */
  record Open(
      @NotNull UUID optionSetId,
      @NotNull Purpose purpose,
      @NotEmpty @Size(max = 20) List<@NotNull Category> required,
      @Size(max = 20) @Nullable List<@NotNull Category> optional,
      @Nullable Urgency urgency,
      @NotNull @Pattern(regexp = "[a-z]+(-[a-z]+)*") @Size(max = 64) String area,
      @ManyLines @Size(max = 1000) @Nullable String reason) {

    List<Category> others() {
      return optional == null ? List.of() : optional;
    }
  }

  @PostMapping
  @AllowedTo(Role.PEER_SPECIALIST)
  ResponseEntity<OpeningView> open(
      Person person, @RequestBody @Valid Open wanted, Submission submission) {
    UUID id = desk.open(person, wanted, submission);
    return ResponseEntity.created(URI.create("/api/referrals/openings/" + id))
        .body(OpeningView.of(desk.show(person, id)));
  }

  /** A page, the newest first; {@code next} is absent on the last one. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OpeningPage(List<OpeningView> items, @Nullable String next) {}

  @GetMapping
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT})
  OpeningPage list(
      Person person,
      @RequestParam UUID clientId,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Size(max = 200) @Nullable String after) {
    var page = desk.page(person, clientId, after == null ? null : PagePlace.read(after), limit);
    return new OpeningPage(page.as(OpeningView::of).items(), page.next());
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.PEER_SPECIALIST, Role.SUPERVISOR, Role.CLIENT})
  OpeningView show(Person person, @PathVariable UUID id) {
    return OpeningView.of(desk.show(person, id));
  }

  @PostMapping("/{id}/withdrawal")
  @AllowedTo(Role.PEER_SPECIALIST)
  OpeningView withdraw(Person person, @PathVariable UUID id, Submission submission) {
    Opening opening = desk.show(person, id);
    submission.change(() -> opening, it -> claiming.withdraw(person, it));
    return OpeningView.of(desk.show(person, id));
  }
}
