package org.handrail.client.complaint;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.paper.Languages;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
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

/** Complaints: clients make them, privacy officers answer them. */
@RestController
@RequestMapping("/api/clients")
@AllowedTo(PRIVACY_OFFICER)
class ComplaintsApi {
  private final Complaining complaining;
  private final Complaints complaints;
  private final ComplaintChannel channel;
  private final ReachingClient reaching;
  private final Transactions transactions;

  ComplaintsApi(
      Complaining complaining,
      Complaints complaints,
      ComplaintChannel channel,
      ReachingClient reaching,
      Transactions transactions) {
    this.complaining = complaining;
    this.complaints = complaints;
    this.channel = channel;
    this.reaching = reaching;
    this.transactions = transactions;
  }

  /**
   * What the client complains of.
   *
   * @param language in which they want to hear where else they may turn; in one of their own when
   *     nothing is said
   */
  record NewComplaint(
      @ManyLines @NotBlank @Size(max = 8000) String words,
      @Pattern(regexp = Languages.TAG) @Nullable String language,
      @Valid @Nullable ActForm act) {}

  /** That it was taken, and where else the client may turn. */
  record TakenComplaint(UUID id, ComplaintChannel.OtherChannel channel) {}

  /** What the privacy officer answers. */
  record NewAnswer(@ManyLines @NotBlank @Size(max = 8000) String words) {}

  @PostMapping("/{id}/complaints")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
  ResponseEntity<TakenComplaint> complain(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewComplaint complaint,
      Submission submission) {
    var made =
        submission.create(
            () -> reaching.reach(person, id),
            client -> complaining.complain(client, complaint.words(), complaint.act()));
    return ResponseEntity.status(201)
        .body(new TakenComplaint(made.id(), channel.in(languages(person, id, complaint))));
  }

  private List<String> languages(Person person, UUID client, NewComplaint complaint) {
    return transactions.reading(
        () -> reaching.see(person, client).client().account().languagesAfter(complaint.language()));
  }

  /** A client's own. */
  @GetMapping("/{id}/complaints")
  @AllowedTo(CLIENT)
  Slice<Complaint, UUID> own(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () -> {
          var client = reaching.see(person, id);
          if (!client.isTheClient()) {
            throw new NotFound();
          }
          return Slice.of(
              limit,
              most -> complaints.page(client.agency(), client.id(), after, most),
              Complaint::id);
        });
  }

  @GetMapping("/complaints")
  Slice<Complaint, UUID> all(
      Person person,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(() -> complaining.page(person, after, limit));
  }

  @GetMapping("/complaints/{complaint}")
  Complaint one(Person person, @PathVariable UUID complaint) {
    return transactions.reading(() -> complaining.read(person, complaint).complaint());
  }

  @PostMapping("/complaints/{complaint}/answer")
  ResponseEntity<Complaint> answer(
      Person person,
      @PathVariable UUID complaint,
      @RequestBody @Valid NewAnswer answer,
      Submission submission) {
    submission.create(
        () -> complaining.read(person, complaint),
        reading -> complaining.answer(reading, answer.words()));
    return ResponseEntity.status(201).body(one(person, complaint));
  }
}
