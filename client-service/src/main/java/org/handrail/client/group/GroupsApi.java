package org.handrail.client.group;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

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
import org.handrail.client.encounter.Mode;
import org.handrail.client.encounter.Place;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
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
  private final SigningIn signingIn;
  private final LookingUpGroups lookingUp;

  GroupsApi(HoldingGroup holding, SigningIn signingIn, LookingUpGroups lookingUp) {
    this.holding = holding;
    this.signingIn = signingIn;
    this.lookingUp = lookingUp;
  }

  record NewGroup(
      @NotBlank @Size(max = 120) String name,
      @ManyLines @NotBlank @Size(max = 2000) String agenda,
      @Min(1) int capacity) {}

  /** A session; its agenda is the group's unless it has its own. */
  record NewSession(
      @NotNull Instant startsAt,
      @NotNull Instant endsAt,
      @ManyLines @Size(max = 2000) @Nullable String agenda) {}

  /**
   * Somebody comes.
   *
   * @param alias initials, or what they want to be called here; no whole name fits in
   * @param pledge that they made the pledge of confidentiality
   * @param onRecord when a client wants the session on their own record
   */
  record NewSignIn(
      @NotNull @Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N}.-]{0,11}") String alias,
      @NotNull Boolean pledge,
      @Valid @Nullable OnRecord onRecord) {}

  /** What goes on the client's record, by their own act. */
  record OnRecord(
      @NotNull UUID clientId,
      @NotNull @Valid ActForm act,
      @NotNull Mode mode,
      @NotNull Place place,
      @ManyLines @Size(max = 4000) @Nullable String clientsWords,
      @Size(max = 20) @Nullable List<@NotNull String> activities,
      @Nullable UUID goalId) {}

  /** Everybody who came. */
  record Roster(List<Attendance.SignIn> items) {}

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

  @PostMapping("/{id}/sessions")
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<Session> meet(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewSession session,
      Submission submission) {
    var outcome =
        submission.create(
            () -> holding.own(person, id),
            group ->
                holding.meet(
                    person,
                    group,
                    session.agenda() == null ? group.agenda() : session.agenda(),
                    session.startsAt(),
                    session.endsAt()));
    return ResponseEntity.created(URI.create("/api/groups/" + id + "/sessions"))
        .body(lookingUp.session(person, id, outcome.id()));
  }

  @GetMapping("/{id}/sessions")
  Slice<Session, UUID> sessions(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return lookingUp.sessions(person, id, after, limit);
  }

  @PostMapping("/{id}/sessions/{session}/sign-ins")
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<Attendance.SignIn> signIn(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID session,
      @RequestBody @Valid NewSignIn signIn,
      Submission submission) {
    var outcome =
        submission.create(
            () -> signingIn.find(person, id, session, signIn.onRecord()),
            found -> signingIn.signIn(found, signIn));
    return ResponseEntity.status(201).body(lookingUp.signIn(person, session, outcome.id()));
  }

  @GetMapping("/{id}/sessions/{session}/roster")
  @AllowedTo(PEER_SPECIALIST)
  Roster roster(Person person, @PathVariable UUID id, @PathVariable UUID session) {
    return new Roster(lookingUp.roster(person, id, session));
  }
}
