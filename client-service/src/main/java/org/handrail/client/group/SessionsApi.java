package org.handrail.client.group;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sessions of a group, who comes to them, and on whose record they are. */
@RestController
@RequestMapping("/api/groups/{id}/sessions")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class SessionsApi {
  private final HoldingGroup holding;
  private final EndingGroup ending;
  private final SigningIn signingIn;
  private final PuttingOnRecord puttingOnRecord;
  private final LookingUpGroups lookingUp;

  SessionsApi(
      HoldingGroup holding,
      EndingGroup ending,
      SigningIn signingIn,
      PuttingOnRecord puttingOnRecord,
      LookingUpGroups lookingUp) {
    this.holding = holding;
    this.ending = ending;
    this.signingIn = signingIn;
    this.puttingOnRecord = puttingOnRecord;
    this.lookingUp = lookingUp;
  }

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
   */
  record NewSignIn(
      @NotNull @Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N}.-]{0,11}") String alias,
      @NotNull Boolean pledge) {}

  /**
   * What goes on a client's record.
   *
   * @param act the client's own; none where they say it by their own sign-in
   */
  record OnRecord(
      @NotNull UUID clientId,
      @Valid @Nullable ActForm act,
      @NotNull Mode mode,
      @NotNull Place place,
      @ManyLines @Size(max = 4000) @Nullable String clientsWords,
      @UniqueElements @Size(max = 20) @Nullable List<@NotNull String> activities,
      @Nullable UUID goalId) {}

  /** The encounter that is on the client's record now. */
  record Recorded(UUID encounterId) {}

  /** Everybody who came. */
  record Roster(List<Attendance.SignIn> items) {}

  @PostMapping
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

  @GetMapping
  Slice<Session, UUID> sessions(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return lookingUp.sessions(person, id, after, limit);
  }

  @PostMapping("/{session}/sign-ins")
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<Roster> signIn(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID session,
      @RequestBody @Valid NewSignIn signIn,
      Submission submission) {
    submission.create(
        () -> signingIn.own(person, id, session),
        found -> signingIn.signIn(person.agency(), found, signIn));
    return ResponseEntity.status(201).body(roster(person, id, session));
  }

  /** Somebody was typed by mistake. */
  @DeleteMapping("/{session}/sign-ins/{signIn}")
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<Void> takeBack(
      Person person, @PathVariable UUID id, @PathVariable UUID session, @PathVariable UUID signIn) {
    signingIn.takeBack(person, id, session, signIn);
    return ResponseEntity.noContent().build();
  }

  /** A client who was there wants the session on their record. */
  @PostMapping("/{session}/on-record")
  @AllowedTo({PEER_SPECIALIST, CLIENT})
  ResponseEntity<Recorded> onRecord(
      Person person,
      @PathVariable UUID id,
      @PathVariable UUID session,
      @RequestBody @Valid OnRecord onRecord,
      Submission submission) {
    var outcome =
        submission.create(
            () -> puttingOnRecord.find(person, id, session, onRecord.clientId()),
            found -> puttingOnRecord.put(found, onRecord));
    return ResponseEntity.created(URI.create("/api/encounters/" + outcome.id()))
        .body(new Recorded(outcome.id()));
  }

  @GetMapping("/{session}/roster")
  @AllowedTo(PEER_SPECIALIST)
  Roster roster(Person person, @PathVariable UUID id, @PathVariable UUID session) {
    return new Roster(lookingUp.roster(person, id, session));
  }

  /** It does not take place; nobody ever signed in for it. */
  @PostMapping("/{session}/cancellation")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR})
  Session cancel(
      Person person, @PathVariable UUID id, @PathVariable UUID session, Submission submission) {
    submission.change(
        () -> ending.reachSession(person, id, session),
        found -> ending.cancel(person.agency(), found));
    return lookingUp.session(person, id, session);
  }
}
