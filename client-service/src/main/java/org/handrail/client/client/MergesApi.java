package org.handrail.client.client;

import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Two records of one person, as supervisors and privacy officers join and part them. */
@RestController
@RequestMapping("/api/clients/{id}/merge")
@AllowedTo({SUPERVISOR, PRIVACY_OFFICER})
class MergesApi {
  private final Merging merging;
  private final Transactions transactions;

  MergesApi(Merging merging, Transactions transactions) {
    this.merging = merging;
    this.transactions = transactions;
  }

  /** The record that stands for both from now on. */
  record NewMerge(@NotNull UUID into) {}

  /** That a record is merged into another. */
  record MergedRecord(UUID clientId, UUID mergedInto) {}

  @PostMapping
  ResponseEntity<MergedRecord> merge(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewMerge merge,
      Submission submission) {
    submission.create(
        () -> merging.reach(person, id, merge.into()),
        client -> merging.merge(person, client, merge.into()));
    return ResponseEntity.status(201).body(new MergedRecord(id, merge.into()));
  }

  @DeleteMapping
  ResponseEntity<Void> undo(Person person, @PathVariable UUID id) {
    transactions.run(() -> merging.undo(person, merging.reachMerged(person, id)));
    return ResponseEntity.noContent().build();
  }
}
