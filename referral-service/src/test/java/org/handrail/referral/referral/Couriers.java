package org.handrail.referral.referral;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.referral.door.Door;
import org.handrail.referral.referral.door.Question;
import org.handrail.referral.referral.door.Verdict;
import org.handrail.referral.referral.door.WayBack;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Couriers of other instances, and what all of them have carried. */
public final class Couriers {
  static final AgencyId RIVERBEND = new AgencyId("riverbend");

  private final Coalition coalition;
  private final Crossings crossings;
  private final Carrying carrying;
  private final Lanes lanes;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  Couriers(
      Coalition coalition,
      Crossings crossings,
      Carrying carrying,
      Lanes lanes,
      Transactions transactions,
      JdbcClient jdbc) {
    this.coalition = coalition;
    this.crossings = crossings;
    this.carrying = carrying;
    this.lanes = lanes;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /** A question may be repeated, since an answer may be late. */
  static List<String> inOrderOfAsking(List<String> of) {
    return Coalition.DOOR.asked().stream()
        .map(DoorServer.Asked::referral)
        .distinct()
        .filter(of::contains)
        .toList();
  }

  /** Another instance, which asks the door in a way of its own. */
  Courier asking(Function<Question, Verdict> door) {
    return another(
        new Door() {
          @Override
          public Verdict ask(Question question) {
            return door.apply(question);
          }

          @Override
          public WayBack.@Nullable Answer askWayBack(WayBack question) {
            return null;
          }
        });
  }

  Courier another(Door door) {
    var other = new Courier(crossings, carrying, lanes, door, transactions, coalition.clock());
    other.start();
    return other;
  }

  /** What waits for the door first; the courier stands still. */
  Crossings.Waiting next() {
    return AgencyScope.as(RIVERBEND)
        .call(
            () ->
                transactions.reading(
                    () -> crossings.next(RIVERBEND, coalition.clock().instant()).orElseThrow()));
  }

  /** As if the door had released it. */
  void released(Crossings.Waiting waiting, Verdict.Released verdict) {
    AgencyScope.as(RIVERBEND).run(() -> carrying.released(RIVERBEND, waiting, verdict));
  }

  int waiting() {
    return transactions.reading(crossings::agencies).size();
  }

  int steps(String step, List<String> referrals) {
    return AgencyScope.as(RIVERBEND)
        .<Integer>call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql(
                                "select count(*) from referral_step where step = ? and"
                                    + " referral_id::text = any(?)")
                            .params(step, referrals.toArray(String[]::new))
                            .query(Integer.class)
                            .single()));
  }

  /** Keys of the events of a type about these, those in Kafka once nothing waits to be sent. */
  List<String> events(String what, List<String> referrals) {
    String marker = coalition.drafted(coalition.chosen(coalition.client())).id().toString();
    return KafkaFixture.read(
                "handrail.referral.v1",
                event -> event.key().equals(marker),
                1,
                Duration.ofSeconds(60))
            .isEmpty()
        ? List.of()
        : ReferralEventsIT.all(
                event ->
                    referrals.contains(event.key())
                        && ReferralEventsIT.type(event)
                            .equals("org.handrail.referral." + what + ".v1"))
            .stream()
            .map(event -> event.key())
            .toList();
  }
}
