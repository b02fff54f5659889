package org.handrail.platform.act;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recorded act of the client, as answers show it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActView(
    ActKind kind, Instant at, @Nullable String words, String recordedBy, Instant recordedAt) {

  public static ActView of(RecordedAct act) {
    return new ActView(
        act.kind(), act.at(), act.words(), act.recordedBy().value(), act.recordedAt());
  }

  /** None for none. */
  public static @Nullable ActView ofNullable(@Nullable RecordedAct act) {
    return act == null ? null : of(act);
  }
}
