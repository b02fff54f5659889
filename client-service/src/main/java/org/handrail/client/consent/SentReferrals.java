package org.handrail.client.consent;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Releases;
import org.handrail.client.party.Parties;
import org.handrail.platform.caller.AgencyId;
import org.springframework.stereotype.Component;

/**
 * What the door makes of the referrals that have gone out. Which consent covers one is for it alone
 * to say: whoever waits for answers to them is told, and need not guess.
 *
 * <p>What has been read is judged by what was required of it: what else went along is with them.
 */
@Component
class SentReferrals {
  private final Releases releases;
  private final ClientsWills wills;
  private final Judge judge;

  SentReferrals(Releases releases, ClientsWills wills, Parties parties) {
    this.releases = releases;
    this.wills = wills;
    this.judge = new Judge(parties);
  }

  /**
   * The referrals of a client.
   *
   * @param open a consent covers them
   * @param closed the client took back what covered them; what only ran out, is restricted or waits
   *     for who treats them is in neither
   */
  record Standing(List<UUID> open, List<UUID> closed) {}

  Standing of(AgencyId agency, ClientId client, Instant now) {
    var sent = releases.sendings(agency, client);
    var open = new ArrayList<UUID>();
    var closed = new ArrayList<UUID>();
    if (!sent.isEmpty()) {
      var will = wills.of(agency, client);
      var read =
          releases.requiredOfRead(agency, sent.stream().map(link -> link.entry().id()).toList());
      for (var link : sent) {
        var entry = link.entry();
        var asked =
            ReleaseRequest.sameAsOnce(
                link, read.getOrDefault(entry.id(), Set.copyOf(entry.what().categories())));
        var referral = requireNonNull(entry.cause().referral());
        if (judge.judge(asked, will, now) instanceof Judgement.Permit) {
          open.add(referral);
        } else if (!judge.isLeftStanding(asked, will, once(entry), now)) {
          closed.add(referral);
        }
      }
    }
    return new Standing(open, closed);
  }

  // Nothing but a consent lets a referral go.
  private static Judge.Once once(Entry entry) {
    if (!(entry.outcome() instanceof Entry.Outcome.Released released)) {
      throw new IllegalStateException("what was denied did not go out");
    }
    return new Judge.Once(new ConsentId(UUID.fromString(released.basis())), entry.decidedAt());
  }
}
