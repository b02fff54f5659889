package org.handrail.client.sheet;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.client.Registration;
import org.handrail.client.handout.Handouts;
import org.handrail.client.paper.Languages;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sheets, as they are gone through with clients. */
@RestController
@RequestMapping("/api/clients/{id}/sheets")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class SheetsApi {
  private final ReachingClient reaching;
  private final Sheets sheets;
  private final Handouts handouts;
  private final Transactions transactions;
  private final Clock clock;

  SheetsApi(
      ReachingClient reaching,
      Sheets sheets,
      Handouts handouts,
      Transactions transactions,
      Clock clock) {
    this.reaching = reaching;
    this.sheets = sheets;
    this.handouts = handouts;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A sheet as the client acknowledges it. */
  record NewSheet(
      @NotNull Sheet.Kind kind,
      @NotNull @Pattern(regexp = Registration.VERSION) String version,
      @NotNull @Pattern(regexp = Languages.TAG) String language,
      @Valid @Nullable ActForm act) {}

  /**
   * The latest of each kind, and what was not gone through yet. The limits of confidentiality come
   * before the first talk of what may be told to whom.
   */
  record SheetsOfClient(List<Sheet> items, List<Sheet.Kind> missing) {
    static SheetsOfClient of(List<Sheet> sheets) {
      var missing = EnumSet.allOf(Sheet.Kind.class);
      sheets.forEach(sheet -> missing.remove(sheet.kind()));
      return new SheetsOfClient(sheets, List.copyOf(missing));
    }
  }

  @PostMapping
  ResponseEntity<SheetsOfClient> acknowledge(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewSheet sheet,
      Submission submission) {
    submission.create(() -> reaching.reach(person, id), client -> acknowledge(client, sheet));
    return ResponseEntity.status(201).body(of(person, id));
  }

  private UUID acknowledge(ReachingClient.Reached client, NewSheet sheet) {
    var act = client.act(sheet.act(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    var kind = sheet.kind();
    var version = sheet.version();
    var language = sheet.language();
    var text =
        handouts.give(client.agency(), kind.handout(), version, language, act.at()).orElse(null);
    return sheets.add(client.agency(), client.id(), kind, version, language, text, act);
  }

  @GetMapping
  SheetsOfClient of(Person person, @PathVariable UUID id) {
    return transactions.reading(
        () -> {
          var client = reaching.see(person, id);
          return SheetsOfClient.of(sheets.latest(client.agency(), client.id()));
        });
  }
}
