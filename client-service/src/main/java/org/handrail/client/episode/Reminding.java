package org.handrail.client.episode;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.Merges;
import org.handrail.client.episode.Engagements.NotNow;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reminds the client's specialist when the day has come to ask, or to try, again: of a merged
 * record whoever is at the side of the one that stands for them. Nobody is reminded to try somebody
 * who said "not now", nor to ask before the day that they named last; nor is anybody reminded of
 * who left or died, whatever is typed of before.
 */
@Configuration(proxyBeanMethods = false)
class Reminding {
  static final String RE_OFFER = "re-offer";
  static final String ATTEMPT = "attempt-due";

  private final Assigned assigned;
  private final Merges merges;
  private final Engagements engagements;
  private final Attention attention;
  private final Clock clock;

  Reminding(
      Assigned assigned, Merges merges, Engagements engagements, Attention attention, Clock clock) {
    this.assigned = assigned;
    this.merges = merges;
    this.engagements = engagements;
    this.attention = attention;
    this.clock = clock;
  }

  @Bean
  WhenDue reOffering(Deadlines deadlines) {
    return new OfSpecialist(
        RE_OFFER,
        "re-offer-due",
        said -> said.isPresent() && !holds(said),
        (agency, said) -> {
          // The day begins later than it did when they said it: the agency's zone is another.
          if (said.laterOkFrom() != null) {
            deadlines.set(agency, RE_OFFER, said.saidOn().value(), said.laterOkFrom());
          }
        });
  }

  @Bean
  WhenDue tryingAgain() {
    return new OfSpecialist(ATTEMPT, "attempt-due", said -> !holds(said), (_, _) -> {});
  }

  private boolean holds(Optional<NotNow> said) {
    return said.filter(it -> it.holdsAt(clock.instant())).isPresent();
  }

  /** Asks for the primary specialist's attention. */
  private final class OfSpecialist implements WhenDue {
    private final String kind;
    private final String code;
    private final Predicate<Optional<NotNow>> isTime;
    private final BiConsumer<AgencyId, NotNow> notYet;

    OfSpecialist(
        String kind,
        String code,
        Predicate<Optional<NotNow>> isTime,
        BiConsumer<AgencyId, NotNow> notYet) {
      this.kind = kind;
      this.code = code;
      this.isTime = isTime;
      this.notYet = notYet;
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public void due(AgencyId agency, UUID about) {
      var client = merges.standing(agency, new ClientId(about));
      if (!merges.isThere(agency, client)) {
        return;
      }
      var said = engagements.notNow(agency, client);
      if (isTime.test(said)) {
        assigned
            .primary(agency, client)
            .ifPresent(
                whom -> attention.ask(agency, whom, new Matter(code, "client", client.value())));
      } else {
        said.ifPresent(it -> notYet.accept(agency, it));
      }
    }
  }
}
