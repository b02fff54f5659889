package org.handrail.referral.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each way of searching has its index, as the plan over many meetings says. */
@ReferralServiceIT
class SearchPlanIT {
  private static final Instant FROM = Instant.parse("2026-11-23T17:00:00Z");

  private final JdbcClient jdbc;
  private final NextMeetings next;
  private final Transactions transactions;

  SearchPlanIT(JdbcClient jdbc, NextMeetings next, Transactions transactions) {
    this.jdbc = jdbc;
    this.next = next;
    this.transactions = transactions;
  }

  @BeforeEach
  void many() {
    ManyMeetings.make(50_000);
  }

  @AfterEach
  void few() {
    ManyMeetings.forget();
  }

  @Test
  void everySearchHasItsIndex() {
    assertThat(plan(new Wanted.Near(41.45, -82.7, 25), List.of()))
        .contains("meeting_by_place")
        .doesNotContain("Seq Scan on meeting");
    assertThat(plan(null, List.of(Fellowship.SMART)))
        .contains("meeting_by_fellowship")
        .doesNotContain("Seq Scan on meeting");
    assertThat(plan(null, List.of()))
        .contains("meeting_by_time")
        .doesNotContain("Seq Scan on meeting");
  }

  private String plan(Wanted.@Nullable Near near, List<Fellowship> fellowships) {
    Wanted wanted =
        new Wanted(
            near,
            FROM,
            FROM.plusSeconds(43_200),
            fellowships,
            null,
            null,
            null,
            Instant.EPOCH,
            false);
    return transactions.reading(
        () -> {
          var spans = NextMeetings.spans(next.zones(), wanted.from(), wanted.to());
          var query = OccurrenceQuery.of(wanted, spans, null, null, 20);
          return String.join(
              "\n",
              jdbc.sql("explain " + query.sql())
                  .params(query.parameters())
                  .query(String.class)
                  .list());
        });
  }
}
