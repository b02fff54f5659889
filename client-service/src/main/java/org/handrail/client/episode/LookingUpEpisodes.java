package org.handrail.client.episode;

import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Episodes as a person may see them. */
@Component
class LookingUpEpisodes {
  private final Episodes episodes;
  private final EpisodeProviders providers;
  private final ReachingClient reaching;
  private final Transactions transactions;

  LookingUpEpisodes(
      Episodes episodes,
      EpisodeProviders providers,
      ReachingClient reaching,
      Transactions transactions) {
    this.episodes = episodes;
    this.providers = providers;
    this.reaching = reaching;
    this.transactions = transactions;
  }

  EpisodeView one(Person person, UUID client, UUID id) {
    return transactions.reading(
        () -> {
          var reached = reaching.see(person, client);
          return view(
              reached,
              episodes.find(reached.agency(), reached.id(), id).orElseThrow(NotFound::new));
        });
  }

  Slice<EpisodeView, UUID> page(Person person, UUID client, @Nullable UUID after, int limit) {
    return transactions.reading(
        () -> {
          var reached = reaching.see(person, client);
          return Slice.of(
                  limit,
                  most -> episodes.page(reached.agency(), reached.id(), after, most),
                  Episode::id)
              .as(episode -> view(reached, episode));
        });
  }

  private EpisodeView view(Reached reached, Episode episode) {
    return EpisodeView.of(episode, providers.of(reached.agency(), episode.id()));
  }
}
