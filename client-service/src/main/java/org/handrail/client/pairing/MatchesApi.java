package org.handrail.client.pairing;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.PRIVACY_OFFICER;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.pairing.FindingSpecialist.Candidate;
import org.handrail.client.pairing.Matchings.Matching;
import org.handrail.client.paper.Languages;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActView;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who would suit a client, and what was looked for. */
@RestController
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class MatchesApi {
  private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

  private final FindingSpecialist finding;
  private final Matchings matchings;
  private final ReachingClient clients;
  private final Transactions transactions;

  MatchesApi(
      FindingSpecialist finding,
      Matchings matchings,
      ReachingClient clients,
      Transactions transactions) {
    this.finding = finding;
    this.matchings = matchings;
    this.clients = clients;
    this.transactions = transactions;
  }

  /**
   * What the client would like.
   *
   * @param act by which the client said so; needed for culture and gender
   */
  record NewWish(
      @UniqueElements @Size(max = 10)
          @Nullable List<@NotNull @Pattern(regexp = Languages.TAG) String> languages,
      @UniqueElements @Size(max = 10)
          @Nullable List<@NotNull @Size(max = 60) @Pattern(regexp = CODE) String> cultures,
      @Size(max = 60) @Pattern(regexp = CODE) @Nullable String gender,
      @UniqueElements @Size(max = 10)
          @Nullable List<@NotNull @Size(max = 60) @Pattern(regexp = CODE) String> livedExperience,
      @Valid @Nullable ActForm act) {

    Wish wish() {
      return new Wish(listed(languages), listed(cultures), gender, listed(livedExperience));
    }

    private static List<String> listed(@Nullable List<String> texts) {
      return texts == null ? List.of() : texts;
    }
  }

  record Found(UUID id, List<Candidate> candidates) {}

  /** That somebody looked, and for what. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Looked(
      UUID id,
      List<String> languages,
      List<String> cultures,
      @Nullable String gender,
      List<String> livedExperience,
      @Nullable ActView act,
      String searchedBy,
      Instant searchedAt) {

    static Looked of(Matching matching) {
      var wish = matching.wish();
      return new Looked(
          matching.id(),
          wish.languages(),
          wish.cultures(),
          wish.gender(),
          wish.livedExperience(),
          ActView.ofNullable(matching.act()),
          matching.searchedBy().value(),
          matching.searchedAt());
    }
  }

  /**
   * That somebody picked by protected traits; for whom is not said.
   *
   * @param searchedBy without, it was the client: their own sign-in would say who they are
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Audited(UUID id, List<String> traits, @Nullable String searchedBy, Instant searchedAt) {

    static Audited of(Matching matching) {
      var traits = new ArrayList<String>();
      if (matching.wish().gender() != null) {
        traits.add("gender");
      }
      if (!matching.wish().cultures().isEmpty()) {
        traits.add("culture");
      }
      return new Audited(
          matching.id(),
          traits,
          matching.isTheClients() ? null : matching.searchedBy().value(),
          matching.searchedAt());
    }
  }

  @PostMapping("/api/clients/{id}/matches")
  ResponseEntity<Found> look(
      Person person,
      @PathVariable UUID id,
      @RequestBody @Valid NewWish wish,
      Submission submission) {
    var made =
        submission
            .create(
                () -> clients.see(person, id),
                client -> finding.look(client, wish.wish(), wish.act()))
            .id();
    var found =
        transactions.reading(() -> new Found(made, finding.found(clients.see(person, id), made)));
    return ResponseEntity.created(URI.create("/api/clients/" + id + "/matches")).body(found);
  }

  @GetMapping("/api/clients/{id}/matches")
  Slice<Looked, UUID> looked(
      Person person,
      @PathVariable UUID id,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () -> {
          var client = clients.see(person, id);
          // Whom the client looks for behind somebody's back may be somebody in their place.
          var by = WhoKnows.ofAll(client) ? null : person.subject();
          return Slice.of(
                  limit,
                  most -> matchings.page(client.agency(), client.id(), by, after, most),
                  Matching::id)
              .as(Looked::of);
        });
  }

  @GetMapping("/api/specialists/trait-filters")
  @AllowedTo({PRIVACY_OFFICER, SUPERVISOR})
  Slice<Audited, UUID> audit(
      Person person,
      @RequestParam @Nullable UUID after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return transactions.reading(
        () -> {
          return Slice.of(
                  limit,
                  most -> matchings.byProtectedTraits(person.agency(), after, most),
                  Matching::id)
              .as(Audited::of);
        });
  }
}
