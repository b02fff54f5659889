package org.handrail.client.act;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A recorded act of the client, as requests carry it. */
public record ActForm(
    @NotNull ActKind kind, @Nullable Instant at, @Size(max = 2000) @Nullable String words) {

  /** Refuses an act without a time. */
  public RecordedAct recordedBy(Recorder recorder, Instant now) {
    if (at == null) {
      throw Refusal.of(Problem.of(Problems.INVALID).error("/act/at", "missing", "Say when."));
    }
    return RecordedAct.of(this, recorder, at, now);
  }
}
