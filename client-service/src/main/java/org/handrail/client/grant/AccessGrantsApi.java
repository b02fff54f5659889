package org.handrail.client.grant;

import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.Slice;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Grants, and what is read under them: the privacy officer reads it out to whom it was granted. */
@RestController
@RequestMapping("/api/record-requests/{id}/grant")
@AllowedTo(PRIVACY_OFFICER)
class AccessGrantsApi {
  private final Granting granting;
  private final ReadingUnderGrant reading;

  AccessGrantsApi(Granting granting, ReadingUnderGrant reading) {
    this.granting = granting;
    this.reading = reading;
  }

  /**
   * @param agreement where the written agreement lies
   * @param approval of the IRB, or where the clients' authorizations lie; of research only
   */
  record NewGrant(
      @Size(max = 200) @Nullable String agreement,
      @Size(max = 200) @Nullable String approval,
      @ManyLines @Size(max = 1000) @Nullable String purpose,
      @Nullable Boolean noRedisclosure,
      @Nullable Instant expiresAt,
      @Nullable LocalDate destroyBy) {
    AccessGrant.Offered offered() {
      return new AccessGrant.Offered(
          agreement, approval, purpose, noRedisclosure, expiresAt, destroyBy);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      UUID id,
      AccessGrant.Kind kind,
      String citation,
      String agreement,
      @Nullable String approval,
      String purpose,
      boolean noRedisclosure,
      Instant grantedAt,
      String grantedBy,
      Instant expiresAt,
      LocalDate destroyBy,
      long readings) {
    static View of(ReadingUnderGrant.Found found) {
      var grant = found.grant();
      return new View(
          grant.id(),
          grant.kind(),
          grant.kind().citation(),
          grant.agreement(),
          grant.approval(),
          grant.purpose(),
          true,
          grant.grantedAt(),
          grant.grantedBy().value(),
          grant.expiresAt(),
          grant.destroyBy(),
          found.readings());
    }
  }

  record Counts(List<Aggregates.Count> items) {}

  @PostMapping
  ResponseEntity<View> grant(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewGrant grant,
      Submission submission) {
    submission.create(
        () -> granting.reach(person, id),
        request -> granting.grant(person, request, grant.offered()));
    return ResponseEntity.status(201).body(View.of(reading.find(person, id)));
  }

  @GetMapping
  View one(Person person, @PathVariable UUID id) {
    return View.of(reading.find(person, id));
  }

  /** Rows of the ledger without whom they are about: for an audit only. */
  @GetMapping("/rows")
  ResponseEntity<Slice<ReadingUnderGrant.Row, UUID>> rows(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(reading.rows(person, id, after, limit));
  }

  @GetMapping("/counts")
  ResponseEntity<Counts> counts(Person person, @PathVariable UUID id) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Counts(reading.counts(person, id)));
  }
}
