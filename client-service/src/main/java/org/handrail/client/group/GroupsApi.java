package org.handrail.client.group;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
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

/** Groups, as everybody in the agency finds them and their facilitators hold them. */
@RestController
@RequestMapping("/api/groups")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class GroupsApi {
  private final HoldingGroup holding;
  private final EndingGroup ending;
  private final HandingOnGroup handingOn;
  private final LookingUpGroups lookingUp;

  GroupsApi(
      HoldingGroup holding,
      EndingGroup ending,
      HandingOnGroup handingOn,
      LookingUpGroups lookingUp) {
    this.holding = holding;
    this.ending = ending;
    this.handingOn = handingOn;
    this.lookingUp = lookingUp;
  }

  record NewGroup(
      @NotBlank @Size(max = 120) String name,
      @ManyLines @NotBlank @Size(max = 2000) String agenda,
      @Min(1) int capacity) {}

  /** Who holds the group from now on. */
  record NextFacilitator(@NotNull SubjectId facilitator) {}

  @PostMapping
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<Group> begin(
      Person person, @RequestBody @Valid NewGroup group, Submission submission) {
    var id =
        submission
            .create(
                () -> holding.begin(person, group.name().strip(), group.agenda(), group.capacity()))
            .id();
    return ResponseEntity.created(URI.create("/api/groups/" + id)).body(lookingUp.one(person, id));
  }

  @GetMapping
  Slice<Group, UUID> list(
      Person person,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return lookingUp.page(person, after, limit);
  }

  /** What everybody says before they sign in. */
  @GetMapping("/pledge")
  GroupTerms.Pledge pledge() {
    return lookingUp.pledge();
  }

  @GetMapping("/{id}")
  Group one(Person person, @PathVariable UUID id) {
    return lookingUp.one(person, id);
  }

  /** It meets no more; what was still to come is called off. */
  @PostMapping("/{id}/end")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR})
  Group end(Person person, @PathVariable UUID id, Submission submission) {
    submission.change(() -> ending.find(person, id), group -> ending.end(person, group));
    return lookingUp.one(person, id);
  }

  /** Somebody else holds it from now on, and the sessions to come. */
  @PostMapping("/{id}/facilitator")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR})
  Group handOn(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NextFacilitator next,
      Submission submission) {
    submission.change(
        () -> ending.find(person, id),
        group -> handingOn.handOn(person, group, next.facilitator()));
    return lookingUp.one(person, id);
  }
}
