package org.handrail.client.disclosure;

import java.time.Clock;
import org.handrail.client.consent.ClientsWills;
import org.handrail.client.consent.Judge;
import org.handrail.client.consent.Judgement;
import org.handrail.client.consent.ReleaseRequest;
import org.handrail.client.ledger.ChainHead;
import org.handrail.client.ledger.Entry;
import org.handrail.client.party.Parties;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.springframework.stereotype.Component;

/** Judges by what the client signed and said, as the database has it at this moment. */
@Component
class Judging {
  private final ClientsWills wills;
  private final Parties parties;
  private final Judge judge;
  private final Clock clock;

  Judging(ClientsWills wills, Parties parties, Clock clock) {
    this.wills = wills;
    this.parties = parties;
    this.judge = new Judge(parties);
    this.clock = clock;
  }

  /** What the judge says, and the occasion with the time at which it was said. */
  record Judged(Judgement judgement, Occasion occasion) {}

  /** First the consents, then the time: whoever revoked before the lock was had is heard. */
  Judged judge(ChainHead head, ReleaseRequest asked, SubjectId person, Entry.Cause cause) {
    var will = wills.of(head.agency(), head.client());
    var now = head.now(clock);
    return new Judged(
        judge.judge(asked, will, now),
        new Occasion(head, now, asked, parties.byId(asked.recipient()), person, cause));
  }

  /** What the door would say, without asking it. */
  Judgement foresee(AgencyId keeper, ReleaseRequest asked) {
    return judge.judge(asked, wills.of(keeper, asked.client()), clock.instant());
  }
}
