package org.handrail.client.episode;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An episode as the client and those at their side see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EpisodeView(
    UUID id,
    Episode.Status status,
    Instant openedAt,
    @Nullable Instant enrolledAt,
    @Nullable Instant closedAt,
    Episode.@Nullable ClosingReason reason,
    @Nullable UUID follows,
    List<EpisodeProviders.Provider> providers,
    long version) {

  static EpisodeView of(Episode episode, List<EpisodeProviders.Provider> providers) {
    return new EpisodeView(
        episode.id(),
        episode.status(),
        episode.openedAt(),
        episode.enrolledAt(),
        episode.closedAt(),
        episode.reason(),
        episode.follows(),
        providers,
        episode.version());
  }
}
