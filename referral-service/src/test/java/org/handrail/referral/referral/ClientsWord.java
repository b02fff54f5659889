package org.handrail.referral.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;

/** What clients of Riverbend sign and take back, as the door tells of it. */
record ClientsWord(
    Coalition coalition,
    StoppingReferrals stopping,
    TellingOfConsent telling,
    Transactions transactions) {

  /** A little later than anything that happened until now. */
  Instant soon() {
    return coalition.clock().instant().plusSeconds(1);
  }

  /** The same, and it is that time. */
  Instant now() {
    coalition.clock().advance(Duration.ofSeconds(1));
    return coalition.clock().instant();
  }

  void takesBack(UUID client, UUID closed, Instant at) {
    tells(new ConsentRevoked(client, null, null, null, Set.of(closed)), at);
  }

  /** A consent for somebody else; the referral stays open. */
  void takesBackSomethingElse(UUID client, UUID open) {
    var hillcrest = Set.of(new AgencyId("hillcrest"));
    tells(new ConsentRevoked(client, null, hillcrest, Set.of(open), null), now());
  }

  void signs(UUID client, Set<UUID> open, Set<UUID> closed, Instant at) {
    tells(new SignedConsents.Signed(client, null, null, open, closed), at);
  }

  /** A consent by which the one may tell the other; the referral is open. */
  void signsFor(String discloser, String recipient, UUID client, UUID open) {
    var named = Set.of(recipient);
    tells(new SignedConsents.Signed(client, Set.of(discloser), named, Set.of(open), null), now());
  }

  /** The client would rather not go there, and Maya cancels it. */
  void declines(UUID referral) {
    coalition
        .maya()
        .post("/api/referrals/{id}/cancellation", referral)
        .ifMatch(coalition.maya().get("/api/referrals/{id}", referral).send().isOk())
        .body(Map.of("reason", "client-declined"))
        .send()
        .isOk();
  }

  private void tells(ConsentRevoked revoked, Instant at) {
    as(() -> stopping.stop(revoked, at));
  }

  private void tells(SignedConsents.Signed signed, Instant at) {
    as(() -> telling.signed(signed, at));
  }

  private void as(Runnable work) {
    AgencyScope.as(new AgencyId("riverbend")).run(() -> transactions.run(work));
  }
}
