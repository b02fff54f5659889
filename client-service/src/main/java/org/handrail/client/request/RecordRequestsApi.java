package org.handrail.client.request;

import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.INTAKE_COORDINATOR;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where requests for records come in: whoever stands at the counter writes them down. */
@RestController
@RequestMapping("/api/record-requests")
class RecordRequestsApi {
  private final ReceivingRequest receiving;
  private final ReachingClient reaching;
  private final LookingUpRequests lookingUp;

  RecordRequestsApi(
      ReceivingRequest receiving, ReachingClient reaching, LookingUpRequests lookingUp) {
    this.receiving = receiving;
    this.reaching = reaching;
    this.lookingUp = lookingUp;
  }

  /**
   * @param process what somebody brought, of legal process only
   * @param words the requester's own; the person whom they name stays a name in these
   * @param clientId whose own access it is, and in no other request
   */
  record NewRequest(
      @NotNull RecordRequest.Kind kind,
      RecordRequest.@Nullable LegalProcess process,
      @NotBlank @Size(max = 200) String requester,
      @Size(max = 200) @Nullable String organization,
      @ManyLines @NotBlank @Size(max = 4000) String words,
      @NotNull Instant receivedAt,
      @Nullable UUID clientId) {

    NewRequest checked() {
      if ((kind == RecordRequest.Kind.LEGAL_PROCESS) != (process != null)) {
        throw invalid("/process", "Say of legal process, and of nothing else, what was brought.");
      }
      if ((kind == RecordRequest.Kind.OWN_ACCESS) != (clientId != null)) {
        throw invalid("/clientId", "Only a client's own request names the client.");
      }
      return this;
    }

    private static Refusal invalid(String pointer, String detail) {
      return Refusal.of(Problem.of(Problems.INVALID).error(pointer, "contradictory", detail));
    }
  }

  /**
   * What whoever wrote it down learns, which is the same whoever was asked about.
   *
   * @param answerText what to say to the requester
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Receipt(
      UUID id,
      RecordRequest.Kind kind,
      RecordRequest.Status status,
      @Nullable Instant dueAt,
      @Nullable String answerText) {}

  @PostMapping
  @AllowedTo({
    PEER_SPECIALIST,
    SUPERVISOR,
    INTAKE_COORDINATOR,
    PRIVACY_OFFICER,
    AGENCY_ADMIN,
    CLIENT
  })
  ResponseEntity<Receipt> receive(
      Person person, @RequestBody @Valid NewRequest form, Submission submission) {
    form.checked();
    if (!person.works() && form.kind() != RecordRequest.Kind.OWN_ACCESS) {
      throw Refusal.of(Problems.ROLE_NOT_ALLOWED);
    }
    var id =
        submission
            .<ReachingClient.@Nullable Reached>create(
                // The copy is of one record: a merged one can be asked for too.
                () ->
                    form.clientId() == null
                        ? null
                        : reaching.reachToFinish(person, form.clientId()),
                of -> receiving.receive(person, form, of))
            .id();
    var request = lookingUp.any(person, id);
    return ResponseEntity.created(URI.create("/api/record-requests/" + id))
        .body(
            new Receipt(
                id,
                request.kind(),
                request.status(),
                request.dueAt(),
                RecordRequestView.answerText(request)));
  }
}
