package org.handrail.client.specialist;

import static org.handrail.platform.caller.Role.AGENCY_ADMIN;
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
import java.util.List;
import java.util.UUID;
import org.handrail.client.paper.Languages;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.handrail.platform.version.ETags;
import org.handrail.platform.version.IfMatch;
import org.hibernate.validator.constraints.UniqueElements;
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

/** The roster, as those who keep it and those who are on it use it. */
@RestController
@RequestMapping("/api/specialists")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, AGENCY_ADMIN})
class SpecialistsApi {
  private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

  private final KeepingRoster keeping;
  private final ReachingSpecialist reaching;
  private final Specialists specialists;
  private final Transactions transactions;

  SpecialistsApi(
      KeepingRoster keeping,
      ReachingSpecialist reaching,
      Specialists specialists,
      Transactions transactions) {
    this.keeping = keeping;
    this.reaching = reaching;
    this.specialists = specialists;
    this.transactions = transactions;
  }

  /** Somebody who joins. */
  record Joining(
      @NotNull SubjectId subject,
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 200) String programme,
      @ManyLines @NotBlank @Size(max = 2000) String roleText,
      @UniqueElements @Size(max = 10)
          @Nullable List<@NotNull @Pattern(regexp = Languages.TAG) String> languages) {}

  /** What the agency writes down of somebody. */
  record Entry(
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 200) String programme,
      @ManyLines @NotBlank @Size(max = 2000) String roleText,
      @UniqueElements @Size(max = 10)
          @Nullable List<@NotNull @Pattern(regexp = Languages.TAG) String> languages) {}

  /** What somebody says of themselves; what they leave out they are not found by. */
  record Offers(
      @UniqueElements @Size(max = 20)
          @Nullable List<@NotNull @Size(max = 60) @Pattern(regexp = CODE) String> cultures,
      @Size(max = 60) @Pattern(regexp = CODE) @Nullable String gender,
      @UniqueElements @Size(max = 20)
          @Nullable List<@NotNull @Size(max = 60) @Pattern(regexp = CODE) String> livedExperience,
      @Nullable Boolean takesNew) {}

  @PostMapping
  @AllowedTo({SUPERVISOR, AGENCY_ADMIN})
  ResponseEntity<SpecialistView> add(
      Person person, @RequestBody @Valid Joining joining, Submission submission) {
    var entry =
        new Specialist.Entry(
            joining.name(), joining.programme(), joining.roleText(), listed(joining.languages()));
    var id = submission.create(() -> keeping.add(person, joining.subject(), entry)).id();
    return answer(person, id, 201);
  }

  @GetMapping
  Slice<SpecialistView, UUID> list(
      Person person,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () -> {
          var only = ReachingSpecialist.keepsRoster(person) ? null : person.subject();
          return Slice.of(
                  limit,
                  most -> specialists.page(person.agency(), only, after, most),
                  specialist -> specialist.id().value())
              .as(SpecialistView::of);
        });
  }

  @GetMapping("/me")
  ResponseEntity<SpecialistView> oneself(Person person) {
    return transactions.reading(
        () ->
            entity(
                specialists.of(person.agency(), person.subject()).orElseThrow(NotFound::new), 200));
  }

  @GetMapping("/{id}")
  ResponseEntity<SpecialistView> one(Person person, @PathVariable UUID id) {
    return answer(person, id, 200);
  }

  @PutMapping("/{id}")
  @AllowedTo({SUPERVISOR, AGENCY_ADMIN})
  ResponseEntity<SpecialistView> change(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Entry entry,
      @IfMatch long version) {
    var changed =
        new Specialist.Entry(
            entry.name(), entry.programme(), entry.roleText(), listed(entry.languages()));
    transactions.run(() -> keeping.change(reaching.reach(person, id), version, changed));
    return answer(person, id, 200);
  }

  @PutMapping("/{id}/offers")
  ResponseEntity<SpecialistView> offer(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Offers offers,
      @IfMatch long version) {
    var said =
        new Specialist.Offers(
            listed(offers.cultures()),
            offers.gender(),
            listed(offers.livedExperience()),
            offers.takesNew() == null || offers.takesNew());
    transactions.run(() -> keeping.offer(reaching.reach(person, id), version, said));
    return answer(person, id, 200);
  }

  private static List<String> listed(@Nullable List<String> texts) {
    return texts == null ? List.of() : texts;
  }

  private ResponseEntity<SpecialistView> answer(Person person, UUID id, int status) {
    return transactions.reading(() -> entity(reaching.see(person, id).specialist(), status));
  }

  private static ResponseEntity<SpecialistView> entity(Specialist specialist, int status) {
    var answer = ResponseEntity.status(status).eTag(ETags.of(specialist.version()));
    return (status == 201
            ? answer.location(URI.create("/api/specialists/" + specialist.id()))
            : answer)
        .body(SpecialistView.of(specialist));
  }
}
