package org.handrail.client.outreach;

import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.Registration;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.ManyLines;
import org.handrail.platform.http.Slice;
import org.handrail.platform.submission.RepeatsAreHarmless;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Meetings without a name, as specialists keep them. */
@RestController
@RequestMapping("/api/outreach-contacts")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR})
class OutreachContactsApi {
  private final Meeting meeting;

  OutreachContactsApi(Meeting meeting) {
    this.meeting = meeting;
  }

  /** A meeting as it was. */
  record NewContact(
      @NotNull LocalDate metOn,
      @NotNull OutreachContact.Place place,
      @Valid OutreachContact.@Nullable Supplies supplies,
      @ManyLines @Size(max = 2000) @Nullable String words) {}

  /**
   * A meeting, and what in its words might tell who it was.
   *
   * @param advice kinds of what was found; nothing of it is refused
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ContactView(
      UUID id,
      LocalDate metOn,
      OutreachContact.Place place,
      OutreachContact.Supplies supplies,
      @Nullable String words,
      boolean billable,
      List<String> advice) {
    static ContactView of(OutreachContact contact) {
      return new ContactView(
          contact.id(),
          contact.metOn(),
          contact.place(),
          contact.supplies(),
          contact.words(),
          false,
          Telltales.in(contact.words()));
    }
  }

  /**
   * Somebody's wish that there be a record of them.
   *
   * @param act theirs: nobody else makes a client of them
   */
  record Conversion(@NotNull @Valid Registration registration, @NotNull @Valid ActForm act) {}

  /** The record that was begun. */
  record Converted(UUID clientId) {}

  @PostMapping
  @AllowedTo(PEER_SPECIALIST)
  ResponseEntity<ContactView> meet(
      Person person, @RequestBody @Valid NewContact contact, Submission submission) {
    var supplies = contact.supplies() == null ? OutreachContact.Supplies.NONE : contact.supplies();
    var made =
        submission.create(
            () ->
                meeting.meet(
                    person,
                    new OutreachContact(
                        UUID.randomUUID(),
                        contact.metOn(),
                        contact.place(),
                        supplies,
                        contact.words())));
    return ResponseEntity.created(URI.create("/api/outreach-contacts/" + made.id()))
        .body(ContactView.of(meeting.one(person, made.id())));
  }

  @GetMapping
  Slice<ContactView, UUID> page(
      Person person,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return meeting.page(person, after, limit).as(ContactView::of);
  }

  @GetMapping("/{id}")
  ContactView one(Person person, @PathVariable UUID id) {
    return ContactView.of(meeting.one(person, id));
  }

  @GetMapping("/supplies")
  OutreachContact.Supplies supplies(
      Person person, @RequestParam LocalDate from, @RequestParam LocalDate until) {
    return meeting.given(person, from, until);
  }

  @PostMapping("/{id}/conversion")
  @AllowedTo(PEER_SPECIALIST)
  @RepeatsAreHarmless(
      "its key becomes the record's id; kept as others are, it would tell which meeting it was")
  ResponseEntity<Converted> convert(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid Conversion conversion,
      @RequestHeader("Idempotency-Key") @Pattern(regexp = "[\\x20-\\x7e]{16,128}") String key) {
    var client = meeting.convert(person, id, conversion.registration(), conversion.act(), key);
    return ResponseEntity.created(URI.create("/api/clients/" + client)).body(new Converted(client));
  }
}
