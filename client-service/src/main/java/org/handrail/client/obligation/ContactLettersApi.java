package org.handrail.client.obligation;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.paper.Languages;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
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

/** Letters of contact, which are written when the client asks and handed to the client. */
@RestController
@RequestMapping("/api/clients/{id}/contact-letters")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class ContactLettersApi {
  private final ReachingClient reaching;
  private final WritingLetter writing;
  private final ContactLetters letters;
  private final Transactions transactions;

  ContactLettersApi(
      ReachingClient reaching,
      WritingLetter writing,
      ContactLetters letters,
      Transactions transactions) {
    this.reaching = reaching;
    this.writing = writing;
    this.letters = letters;
    this.transactions = transactions;
  }

  /**
   * What the client asks for.
   *
   * @param act their request: without it there is no letter
   */
  record NewLetter(
      @NotNull LocalDate from,
      @NotNull LocalDate until,
      @NotNull @Pattern(regexp = Languages.TAG) String language,
      @NotNull @Valid ActForm act) {}

  @PostMapping
  ResponseEntity<ContactLetter> write(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewLetter letter,
      Submission submission) {
    if (letter.until().isBefore(letter.from())) {
      throw Refusal.of(
          Problem.of(Problems.INVALID).error("/until", "before-first-day", "It begins later."));
    }
    var made =
        submission.create(
            () -> reaching.reach(person, id),
            client ->
                writing.write(
                    client, letter.from(), letter.until(), letter.language(), letter.act()));
    return ResponseEntity.status(201).body(one(person, id, made.id()));
  }

  @GetMapping
  Slice<ContactLetter, UUID> page(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () -> {
          var client = reaching.see(person, id);
          return Slice.of(
              limit,
              most -> letters.page(client.agency(), client.id(), after, most),
              ContactLetter::id);
        });
  }

  @GetMapping("/{letter}")
  ContactLetter one(Person person, @PathVariable UUID id, @PathVariable UUID letter) {
    return transactions.reading(
        () -> {
          var client = reaching.see(person, id);
          return letters.find(client.agency(), client.id(), letter).orElseThrow(NotFound::new);
        });
  }
}
