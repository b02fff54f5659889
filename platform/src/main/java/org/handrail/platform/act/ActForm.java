package org.handrail.platform.act;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.handrail.platform.http.ManyLines;
import org.jspecify.annotations.Nullable;

/** A recorded act of the client, as requests carry it. */
public record ActForm(
    @NotNull ActKind kind,
    @NotNull Instant at,
    @ManyLines @Size(max = 2000) @Nullable String words) {

  public RecordedAct recordedBy(Recorder recorder, Instant now) {
    return RecordedAct.of(kind, at, words, recorder, now);
  }

  /** As the other, of a form that stands at this pointer and not at {@code /act}. */
  public RecordedAct recordedBy(String pointer, Recorder recorder, Instant now) {
    return RecordedAct.of(pointer, kind, at, words, recorder, now);
  }
}
