package org.handrail.client.identity;

import java.time.Clock;
import java.util.UUID;
import org.handrail.client.client.Identity;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.client.WritingIdentity;
import org.handrail.client.client.WritingIdentity.Outcome;
import org.handrail.client.consent.JudgingReferralsAnew;
import org.handrail.client.ledger.PersonsChains;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.version.Versions;
import org.springframework.stereotype.Component;

/**
 * Writes down what somebody's papers say of them. From that moment on their signatures, those of
 * before too, are judged by the age that is known now (P2-CON-9), and so is what has gone out.
 */
@Component
class PuttingIdentityRight {
  private final ReachingClient reaching;
  private final WritingIdentity writing;
  private final PersonsChains chains;
  private final JudgingReferralsAnew judging;
  private final Attention attention;
  private final Transactions transactions;
  private final Clock clock;

  PuttingIdentityRight(
      ReachingClient reaching,
      WritingIdentity writing,
      PersonsChains chains,
      JudgingReferralsAnew judging,
      Attention attention,
      Transactions transactions,
      Clock clock) {
    this.reaching = reaching;
    this.writing = writing;
    this.chains = chains;
    this.judging = judging;
    this.attention = attention;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Also on a record that was merged: what is wrong there counts for the one that stands. */
  void put(Person person, UUID id, Identity said, ActForm form, long seen) {
    transactions.run(
        () -> {
          var reached = reaching.reachToFinish(person, id);
          Versions.require(seen, reached.client().version());
          write(reached, said, form);
        });
  }

  private void write(Reached reached, Identity said, ActForm form) {
    var held = chains.lock(reached.agency(), reached.id());
    var now = held.now(clock);
    var outcome = writing.write(reached, said, form.recordedBy(reached.recorder(), now));
    if (outcome != Outcome.NOTHING_NEW) {
      chains.decided(held, now);
      judging.judge(held.head());
      held.others().forEach(judging::judge);
    }
    // By another date of birth somebody may be of age who was not: a second pair of eyes sees both.
    if (outcome == Outcome.ANOTHER_DATE_OF_BIRTH) {
      attention.ask(
          reached.agency(),
          Role.PRIVACY_OFFICER,
          new Attention.Matter("date-of-birth-changed", "client", reached.id().value()));
    }
  }
}
