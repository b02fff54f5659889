package org.handrail.client.accounting;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.client.SeenDisclosures;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActView;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests for lists: the client asks, the privacy officer answers in time. */
@RestController
@RequestMapping("/api/disclosures/list-requests")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, PRIVACY_OFFICER, CLIENT})
class ListRequestsApi {
  private final HandlingListRequest handling;
  private final ReachingClient reaching;
  private final LookingUp lookingUp;

  ListRequestsApi(HandlingListRequest handling, ReachingClient reaching, LookingUp lookingUp) {
    this.handling = handling;
    this.reaching = reaching;
    this.lookingUp = lookingUp;
  }

  record NewRequest(
      @NotNull UUID clientId,
      @NotNull ListKind kind,
      @Nullable Instant from,
      @NotNull @Valid ActForm act) {}

  record NewExtension(@ManyLines @NotBlank @Size(max = 2000) String reason) {}

  record NewAnswer(@NotNull ListRequest.How how) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      UUID id,
      UUID clientId,
      ListKind kind,
      Instant from,
      Instant requestedAt,
      ActView act,
      boolean free,
      Instant dueAt,
      @Nullable String extensionReason,
      @Nullable Instant answeredAt,
      ListRequest.@Nullable How answeredHow,
      long version) {
    static View of(ListRequest request) {
      var extension = request.extension();
      var answer = request.answer();
      return new View(
          request.id(),
          request.client().value(),
          request.kind(),
          request.since(),
          request.requestedAt(),
          ActView.of(request.act()),
          request.free(),
          request.dueAt(),
          extension == null ? null : extension.reason(),
          answer == null ? null : answer.at(),
          answer == null ? null : answer.how(),
          request.version());
    }
  }

  @PostMapping
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
  ResponseEntity<View> ask(
      Person person, @RequestBody @Valid NewRequest request, Submission submission) {
    var id =
        submission
            .create(
                () -> reaching.reach(person, request.clientId()),
                of -> handling.ask(of, request.kind(), request.from(), request.act()))
            .id();
    var view = lookingUp.one(person, id);
    return ResponseEntity.created(URI.create("/api/disclosures/list-requests/" + id))
        .eTag(ETags.of(view.version()))
        .body(view);
  }

  /** Of one client; without one the privacy officer's queue. */
  @GetMapping
  Slice<View, UUID> list(
      Person person,
      @RequestParam @Nullable UUID clientId,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return lookingUp.page(person, clientId, open, after, limit);
  }

  @GetMapping("/{id}")
  ResponseEntity<View> one(Person person, @PathVariable UUID id) {
    return answer(person, id);
  }

  @PostMapping("/{id}/extension")
  @AllowedTo(PRIVACY_OFFICER)
  ResponseEntity<View> extend(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewExtension extension,
      Submission submission,
      @IfMatch long version) {
    submission.change(
        () -> handling.reach(person, id),
        request -> handling.extend(person, request, version, extension.reason()));
    return answer(person, id);
  }

  @PostMapping("/{id}/answer")
  @AllowedTo({PRIVACY_OFFICER, CLIENT})
  ResponseEntity<View> answered(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewAnswer answer,
      Submission submission,
      @IfMatch long version) {
    submission.change(
        () -> handling.reachToAnswer(person, id),
        request -> handling.answer(person, request, version, answer.how()));
    return answer(person, id);
  }

  private ResponseEntity<View> answer(Person person, UUID id) {
    var view = lookingUp.one(person, id);
    return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
  }

  /** Requests as a person may see them. */
  @Component
  record LookingUp(
      ListRequests requests,
      Assigned assigned,
      SeenDisclosures disclosures,
      Transactions transactions) {
    View one(Person person, UUID id) {
      return transactions.reading(
          () -> {
            assigned.requireToSeeDisclosures(person, requests.client(person.agency(), id));
            return requests.find(person.agency(), id).map(View::of).orElseThrow(NotFound::new);
          });
    }

    Slice<View, UUID> page(
        Person person, @Nullable UUID id, boolean open, @Nullable UUID after, int limit) {
      return transactions.reading(
          () -> {
            if (id == null && !person.is(Role.PRIVACY_OFFICER)) {
              throw new NotFound();
            }
            // A list is of the person, on whichever record they asked for it.
            var records =
                id == null
                    ? List.<ClientId>of()
                    : disclosures.require(person, new ClientId(id)).records();
            return Slice.of(
                    limit,
                    most -> requests.page(person.agency(), records, open, after, most),
                    ListRequest::id)
                .as(View::of);
          });
    }
  }
}
