package org.handrail.client.pairing;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.pairing.Ratings.Rating;
import org.handrail.client.pairing.Ratings.Scales;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.Role;
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
  private final Clock clock;

  RatingRelationship(Ratings ratings, Clock clock) {
    this.ratings = ratings;
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

  /** Also of somebody who walked with them before: then there is more to say, or at last. */
  UUID rate(Reached client, Statement statement) {
    if (!ratings.haveWalkedTogether(client.agency(), client.id(), statement.of())) {
      throw Refusal.of(
          Problem.of(Problems.INVALID).error("/of", "unknown", "They never walked together."));
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
            recorded(client, statement.act()),
            null,
            null);
    ratings.add(client.agency(), rating);
    return rating.id();
  }

  /** The client shares it with supervisors, or no more. */
  UUID share(Reached client, UUID id, boolean shared, ActForm form) {
    var rating = find(client, id);
    if (!isOfTheTwo(client, rating)) {
      throw Refusal.of(BETWEEN_THEM);
    }
    var act =
        recorded(client, form)
            .notBefore(
                rating.sharingSaidAt(), "before-sharing", "They said who may see it after that.");
    ratings.share(client.agency(), rating, shared, act);
    return id;
  }

  private RecordedAct recorded(Reached client, ActForm form) {
    return form.recordedBy(client.recorder(), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private Rating find(Reached client, UUID id) {
    return visible(client).stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static boolean isOfTheTwo(Reached reader, Rating rating) {
    return reader.isTheClient() || rating.specialist().equals(reader.by().subject());
  }

  UUID reply(Reached client, UUID to, String learned) {
    var rating = find(client, to);
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
   * The two see what is theirs; a supervisor, who may be a backup too, what the client shares, and
   * no other colleague that.
   */
  List<Rating> visible(Reached client) {
    return ratings.of(client.agency(), client.id()).stream()
        .filter(
            rating ->
                isOfTheTwo(client, rating) || (client.by().is(Role.SUPERVISOR) && rating.shared()))
        .toList();
  }
}
