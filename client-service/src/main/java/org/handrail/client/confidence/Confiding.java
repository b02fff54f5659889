package org.handrail.client.confidence;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.voice.Confined;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps confidences between the two whom they concern. */
@Component
class Confiding implements Confined {
  static final ProblemType ALREADY_ACCEPTED =
      ProblemType.of("growth-area-accepted", 409, "The client has taken it up already");
  static final ProblemType NOT_A_SUGGESTION =
      ProblemType.of("not-a-suggestion", 409, "Only a growth area can be taken up");

  static final ProblemType WITHDRAWN =
      ProblemType.of("confidence-withdrawn", 409, "Who wrote it has taken it back");
  static final ProblemType OF_ANOTHER =
      ProblemType.of("confidence-of-another", 409, "Only who wrote it takes it back");

  private final Confidences confidences;
  private final Clock clock;

  Confiding(Confidences confidences, Clock clock) {
    this.confidences = confidences;
    this.clock = clock;
  }

  /** A confidence, and who reads it. */
  record Read(Reached reader, Confidence confidence) {}

  UUID write(Reached client, Confidence.Kind kind, String words) {
    return confidences.add(client.agency(), client.id(), kind, words, client.by().subject(), now());
  }

  Read read(Reached reader, UUID id) {
    return new Read(reader, confidences.find(reader, id).orElseThrow(NotFound::new));
  }

  UUID accept(Read read, @Nullable ActForm form) {
    if (read.confidence().kind() != Confidence.Kind.GROWTH_AREA) {
      throw Refusal.of(NOT_A_SUGGESTION);
    }
    requireOpen(read.confidence());
    var act =
        read.reader()
            .act(form, now())
            .notBefore(
                read.confidence().writtenAt(),
                "before-suggestion",
                "Nothing was suggested yet then.");
    confidences.accept(read.reader().agency(), read.confidence().id(), act);
    return read.confidence().id();
  }

  /**
   * Who wrote it down on the wrong record takes it back. What the client took up is theirs, and
   * stays.
   */
  UUID withdraw(Read read) {
    if (!read.confidence().author().equals(read.reader().by().subject().value())) {
      throw Refusal.of(OF_ANOTHER);
    }
    requireOpen(read.confidence());
    confidences.withdraw(read.reader().agency(), read.confidence().id(), now());
    return read.confidence().id();
  }

  private static void requireOpen(Confidence confidence) {
    if (confidence.withdrawnAt() != null) {
      throw Refusal.of(WITHDRAWN);
    }
    if (confidence.accepted() != null) {
      throw Refusal.of(ALREADY_ACCEPTED);
    }
  }

  @Override
  public String kind() {
    return "confidence";
  }

  @Override
  public boolean mayKnow(Reached reader, UUID id) {
    return confidences.find(reader, id).isPresent();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
