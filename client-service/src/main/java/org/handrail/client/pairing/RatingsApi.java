package org.handrail.client.pairing;

import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.pairing.Ratings.Rating;
import org.handrail.client.pairing.Ratings.Scales;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActView;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.ManyLines;
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

/** How the client finds walking with a specialist, for the two of them. */
@RestController
@RequestMapping("/api/clients/{client}/relationship-ratings")
@AllowedTo({PEER_SPECIALIST, SUPERVISOR, CLIENT})
class RatingsApi {
  private final RatingRelationship rating;
  private final ReachingClient clients;
  private final Transactions transactions;

  RatingsApi(RatingRelationship rating, ReachingClient clients, Transactions transactions) {
    this.rating = rating;
    this.clients = clients;
    this.transactions = transactions;
  }

  /**
   * What the client says; every scale from 0 to 10, and none of them asked for.
   *
   * @param of the specialist's sign-in
   * @param shareWithSupervisor only if the client wants it
   */
  record NewRating(
      @NotNull SubjectId of,
      @Min(0) @Max(10) @Nullable Integer heard,
      @Min(0) @Max(10) @Nullable Integer respected,
      @Min(0) @Max(10) @Nullable Integer myWay,
      @Min(0) @Max(10) @Nullable Integer goodTogether,
      @ManyLines @Size(max = 4000) @Nullable String words,
      @ManyLines @Size(max = 4000) @Nullable String learned,
      @Nullable Boolean shareWithSupervisor,
      @NotNull @Valid ActForm act) {

    RatingRelationship.Statement statement() {
      return new RatingRelationship.Statement(
          of,
          new Scales(heard, respected, myWay, goodTogether),
          words,
          learned,
          Boolean.TRUE.equals(shareWithSupervisor),
          act);
    }
  }

  /**
   * The client's last word on who may see it.
   *
   * @param shared whether a supervisor may
   */
  record Sharing(@NotNull Boolean shared, @NotNull @Valid ActForm act) {}

  /** What the specialist learned. */
  record Reply(@ManyLines @NotBlank @Size(max = 4000) String learned) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RatingView(
      UUID id,
      SubjectId of,
      @Nullable Integer heard,
      @Nullable Integer respected,
      @Nullable Integer myWay,
      @Nullable Integer goodTogether,
      @Nullable String words,
      @Nullable String learned,
      @Nullable String specialistLearned,
      boolean shared,
      @Nullable ActView sharing,
      ActView act) {

    static RatingView of(Rating rating) {
      var scales = rating.scales();
      return new RatingView(
          rating.id(),
          rating.specialist(),
          scales.heard(),
          scales.respected(),
          scales.myWay(),
          scales.goodTogether(),
          rating.words(),
          rating.learned(),
          rating.specialistLearned(),
          rating.shared(),
          ActView.ofNullable(rating.sharing()),
          ActView.of(rating.act()));
    }
  }

  record Visible(List<RatingView> items) {}

  record Recorded(UUID id) {}

  @PostMapping
  ResponseEntity<Recorded> rate(
      Person person,
      @PathVariable UUID client,
      @RequestBody @Valid NewRating form,
      Submission submission) {
    var id =
        submission
            .create(
                () -> clients.reach(person, client),
                reached -> rating.rate(reached, form.statement()))
            .id();
    var place = "/api/clients/" + client + "/relationship-ratings";
    return ResponseEntity.created(URI.create(place)).body(new Recorded(id));
  }

  @GetMapping
  Visible visible(Person person, @PathVariable UUID client) {
    return transactions.reading(
        () ->
            new Visible(
                rating.visible(clients.see(person, client)).stream().map(RatingView::of).toList()));
  }

  @PostMapping("/{id}/sharing")
  ResponseEntity<Recorded> share(
      Person person,
      @PathVariable UUID client,
      @PathVariable UUID id,
      @RequestBody @Valid Sharing sharing,
      Submission submission) {
    submission.change(
        () -> clients.reachToFinish(person, client),
        reached -> rating.share(reached, id, sharing.shared(), sharing.act()));
    return ResponseEntity.ok(new Recorded(id));
  }

  @PostMapping("/{id}/reply")
  @AllowedTo({PEER_SPECIALIST, SUPERVISOR})
  ResponseEntity<Recorded> reply(
      Person person,
      @PathVariable UUID client,
      @PathVariable UUID id,
      @RequestBody @Valid Reply reply,
      Submission submission) {
    submission.create(
        () -> clients.reach(person, client), reached -> rating.reply(reached, id, reply.learned()));
    var place = "/api/clients/" + client + "/relationship-ratings";
    return ResponseEntity.created(URI.create(place)).body(new Recorded(id));
  }
}
