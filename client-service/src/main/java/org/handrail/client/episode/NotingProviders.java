package org.handrail.client.episode;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.episode.WalkingTogether.InEpisode;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/** Keeps who else is there for the client during an episode. */
@Component
class NotingProviders {
  private static final int A_LIFE = 100;

  private final EpisodeProviders providers;
  private final WalkingTogether walking;
  private final ReachingClient reaching;
  private final Transactions transactions;
  private final Clock clock;

  NotingProviders(
      EpisodeProviders providers,
      WalkingTogether walking,
      ReachingClient reaching,
      Transactions transactions,
      Clock clock) {
    this.providers = providers;
    this.walking = walking;
    this.reaching = reaching;
    this.transactions = transactions;
    this.clock = clock;
  }

  UUID add(InEpisode in, String provider, LocalDate since) {
    requirePossible("/since", since);
    return providers.add(
        in.client().agency(),
        in.episode().id(),
        provider.strip(),
        since,
        in.client().by().subject(),
        clock.instant());
  }

  void until(Person person, UUID client, UUID episode, UUID provider, LocalDate until) {
    transactions.run(
        () -> {
          var in = walking.of(reaching.reach(person, client), episode);
          var known =
              providers.of(person.agency(), in.episode().id()).stream()
                  .anyMatch(one -> one.id().equals(provider));
          if (!known) {
            throw new NotFound();
          }
          requirePossible("/until", until);
          if (!providers.until(person.agency(), in.episode().id(), provider, until)) {
            throw Refusal.of(
                Problem.of(Problems.INVALID)
                    .error("/until", "before-first-day", "It is before their first day."));
          }
        });
  }

  // A family doctor may have been there all their life; nobody knows who will be in two years.
  private void requirePossible(String pointer, LocalDate day) {
    ActTimes.requireWithin(pointer, day, A_LIFE, 1, clock.instant());
  }
}
