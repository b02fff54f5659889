package org.handrail.plan.act;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recorded act of the client, as answers show it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActView(
    ActKind kind, Instant at, @Nullable String words, String recordedBy, Instant recordedAt) {

  public static @Nullable ActView of(@Nullable RecordedAct act) {
    return act == null
        ? null
        : new ActView(
            act.kind(), act.at(), act.words(), act.recordedBy().value(), act.recordedAt());
  }
}
