package org.handrail.client.pairing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.pairing.Ratings.Rating;
import org.handrail.client.pairing.Ratings.Scales;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The client says how walking with a specialist is, and both say what they learned (V8). It is
 * between the two of them; who employs the specialist sees only what the client shares.
 */
@Component
class RatingRelationship {
  static final ProblemType BETWEEN_THEM =
      ProblemType.of("between-the-two", 409, "This is between the client and the specialist");
  static final ProblemType REPLIED =
      ProblemType.of("rating-answered", 409, "What you learned is on record already");

  private final Ratings ratings;
  private final Assigned assigned;
  private final Clock clock;

  RatingRelationship(Ratings ratings, Assigned assigned, Clock clock) {
    this.ratings = ratings;
    this.assigned = assigned;
    this.clock = clock;
  }

  /** What the client says. */
  record Statement(
      SubjectId of,
      Scales scales,
      @Nullable String words,
      @Nullable String learned,
      boolean shared,
      ActForm act) {}

  UUID rate(Reached client, Statement statement) {
    var walksAlong =
        assigned
            .relation(client.agency(), statement.of(), client.id())
            .filter(it -> it == Relation.PRIMARY || it == Relation.BACKUP)
            .isPresent();
    if (!walksAlong) {
      throw Refusal.of(
          Problem.of(Problems.INVALID).error("/of", "unknown", "They do not walk together."));
    }
    if (!client.isTheClient() && !statement.of().equals(client.by().subject())) {
      throw Refusal.of(BETWEEN_THEM);
    }
    var rating =
        new Rating(
            UUID.randomUUID(),
            client.id(),
            statement.of(),
            statement.scales(),
            statement.words(),
            statement.learned(),
            statement.shared(),
            statement
                .act()
                .recordedBy(client.recorder(), clock.instant().truncatedTo(ChronoUnit.MICROS)),
            null);
    ratings.add(client.agency(), rating);
    return rating.id();
  }

  UUID reply(Reached client, UUID to, String learned) {
    var rating =
        visible(client).stream()
            .filter(it -> it.id().equals(to))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (!rating.specialist().equals(client.by().subject())) {
      throw Refusal.of(BETWEEN_THEM);
    }
    if (!ratings.reply(
        client.agency(), rating, learned, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      throw Refusal.of(REPLIED);
    }
    return rating.id();
  }

  /**
   * The two see what is theirs; a supervisor what the client shares, and no other colleague that.
   */
  List<Rating> visible(Reached client) {
    return ratings.of(client.agency(), client.id()).stream()
        .filter(
            rating ->
                client.isTheClient()
                    || rating.specialist().equals(client.by().subject())
                    || (client.relation() == Relation.SUPERVISOR && rating.shared()))
        .toList();
  }
}
