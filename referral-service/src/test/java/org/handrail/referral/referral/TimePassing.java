package org.handrail.referral.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;

/** Time as the tests let it pass, and what the service did meanwhile. */
public final class TimePassing {
  private final Coalition coalition;
  private final Sweeping sweeping;
  private final EndingOverdue ending;
  private final Crossings crossings;
  private final Transactions transactions;

  TimePassing(
      Coalition coalition,
      Sweeping sweeping,
      EndingOverdue ending,
      Crossings crossings,
      Transactions transactions) {
    this.coalition = coalition;
    this.sweeping = sweeping;
    this.ending = ending;
    this.crossings = crossings;
    this.transactions = transactions;
  }

  /** So much later, everything that is due is done. */
  public void later(Duration by) {
    coalition.clock().advance(by);
    sweep();
  }

  /** Past the escalation, and past the end of an urgent referral. */
  void outOfTime() {
    later(Duration.ofMinutes(151));
    later(Duration.ofMinutes(91));
  }

  /** At that time, everything that is due is done. */
  public void at(Instant time) {
    coalition.clock().set(time);
    sweep();
  }

  private void sweep() {
    sweeping.sweep();
    sweeping.sweep();
    ending.sweep();
  }

  /** A referral whose clocks are wound up on both sides. */
  UUID delivered(UUID optionSet) {
    UUID referral = coalition.delivered(optionSet);
    carried();
    return referral;
  }

  /**
   * Whatever crosses between the two sides has arrived. What need not cross any more may be at the
   * door still, by a question from before; that is answered too.
   */
  public void carried() {
    Eventually.get(() -> transactions.reading(crossings::agencies), List::isEmpty);
    coalition.nobodyAsksTheDoor();
  }

  /** What was taken while the clock was ahead is carried before it goes back. */
  public void backToNow() {
    Eventually.get(
        () -> {
          coalition.clock().advance(Duration.ofSeconds(1));
          return transactions.reading(crossings::agencies);
        },
        List::isEmpty);
    coalition.clock().reset();
  }

  /** What the clocks brought about, as that person reads it in the referral's history. */
  static List<String> clocks(Api reader, UUID referral) {
    return reader
        .get("/api/referrals/{id}/history", referral)
        .send()
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .filter(line -> line.path("kind").asString().equals("clock"))
        .map(line -> line.path("clock").asString() + " " + line.path("rung").asString())
        .toList();
  }

  /** Who was asked about it until now, each as {@code agency code whom}; none may follow. */
  public List<String> askedByNow(UUID about) {
    UUID marker = coalition.drafted(coalition.chosen(coalition.client())).id();
    ReferralEventsIT.about(marker.toString(), 1);
    return ReferralEventsIT.all(event -> Askings.isOne(event, about)).stream()
        .map(Askings::told)
        .toList();
  }
}
