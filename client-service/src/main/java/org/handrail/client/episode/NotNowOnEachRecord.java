package org.handrail.client.episode;

import org.handrail.client.client.Merges;
import org.handrail.client.client.Parting;
import org.handrail.client.client.SaidForEach;
import org.handrail.client.episode.Engagements.NotNow;
import org.handrail.platform.deadline.Deadlines;
import org.springframework.stereotype.Component;

/**
 * Lets somebody be by each of their records who said "not now" while these were held to be of one
 * person (R23).
 */
@Component
class NotNowOnEachRecord implements SaidForEach {
  private final Engagements engagements;
  private final Merges merges;
  private final Deadlines deadlines;

  NotNowOnEachRecord(Engagements engagements, Merges merges, Deadlines deadlines) {
    this.engagements = engagements;
    this.merges = merges;
    this.deadlines = deadlines;
  }

  @Override
  public void writeDown(Parting parting) {
    engagements
        .notNow(parting.agency(), parting.onto())
        .filter(said -> said.holdsAt(parting.at()) && isSaidForBoth(parting, said))
        .ifPresent(said -> letBe(parting, said));
  }

  private boolean isSaidForBoth(Parting parting, NotNow said) {
    return parting.from().contains(said.saidOn())
        && !said.act()
            .recordedAt()
            .isBefore(merges.togetherSince(parting.agency(), parting.onto(), said.saidOn()));
  }

  private void letBe(Parting parting, NotNow said) {
    var about = parting.onto().value();
    engagements.endNotNow(parting.agency(), parting.onto(), said.act().at(), parting.at());
    engagements.writeDown(parting, said);
    deadlines.drop(parting.agency(), Reminding.ATTEMPT, about);
    if (said.laterOkFrom() == null) {
      deadlines.drop(parting.agency(), Reminding.RE_OFFER, about);
    } else {
      deadlines.set(parting.agency(), Reminding.RE_OFFER, about, said.laterOkFrom());
    }
  }
}
