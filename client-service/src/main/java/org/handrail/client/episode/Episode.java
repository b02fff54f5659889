package org.handrail.client.episode;

import java.time.Instant;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of time in which a client and the agency walk together, whoever else treats or houses
 * them meanwhile (R4).
 *
 * @param follows the one before, if the client came back
 */
record Episode(
    UUID id,
    ClientId client,
    Status status,
    Instant openedAt,
    SubjectId openedBy,
    @Nullable Instant enrolledAt,
    @Nullable Instant closedAt,
    @Nullable ClosingReason reason,
    @Nullable UUID follows,
    long version) {

  static final ProblemType STEP_NOT_POSSIBLE =
      ProblemType.of("episode-step-not-possible", 409, "The episode does not stand so");

  /** How an episode stands. */
  enum Status {
    /** Met and engaged, before treatment or any paper, or after an agreement was ended. */
    ENGAGED,
    /** Enrolled. */
    ACTIVE,
    /** Resting; the door is open. */
    PAUSED,
    CLOSED
  }

  /** Why an episode closed, if the client wants to say. None is a reproach (V1). */
  enum ClosingReason {
    GOALS_REACHED,
    MOVED_AWAY,
    CONTINUES_ELSEWHERE,
    NO_LONGER_WANTED,
    DIED
  }

  static Episode opened(ClientId client, SubjectId by, Instant at, @Nullable UUID follows) {
    return new Episode(
        UUID.randomUUID(), client, Status.ENGAGED, at, by, null, null, null, follows, 1);
  }

  Episode enrolled(Instant at) {
    return next(Status.ACTIVE, at, null, null);
  }

  /** Back to being engaged: there is no agreement any more. */
  Episode unenrolled() {
    return next(Status.ENGAGED, enrolledAt, null, null);
  }

  Episode paused() {
    require(status == Status.ACTIVE);
    return next(Status.PAUSED, enrolledAt, null, null);
  }

  Episode resumed() {
    require(status == Status.PAUSED);
    return next(Status.ACTIVE, enrolledAt, null, null);
  }

  Episode closed(@Nullable ClosingReason why, Instant at) {
    require(status != Status.CLOSED);
    return next(Status.CLOSED, enrolledAt, at, why);
  }

  boolean isOpen() {
    return status != Status.CLOSED;
  }

  private Episode next(
      Status status,
      @Nullable Instant enrolledAt,
      @Nullable Instant closedAt,
      @Nullable ClosingReason reason) {
    return new Episode(
        id, client, status, openedAt, openedBy, enrolledAt, closedAt, reason, follows, version + 1);
  }

  private static void require(boolean possible) {
    if (!possible) {
      throw Refusal.of(STEP_NOT_POSSIBLE);
    }
  }
}
