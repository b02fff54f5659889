package org.handrail.referral.directory.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.directory.copy.ChangedRows;
import org.handrail.referral.directory.search.SearchRows;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hides, before anybody is answered, what an earlier version of this service stored of places that
 * nobody may find.
 */
@Component
class HidingAtStart implements SmartInitializingSingleton {
  private final JdbcClient jdbc;
  private final SearchRows searchRows;
  private final Transactions transactions;
  private final Clock clock;

  HidingAtStart(JdbcClient jdbc, SearchRows searchRows, Transactions transactions, Clock clock) {
    this.jdbc = jdbc;
    this.searchRows = searchRows;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    transactions.run(
        () -> {
          ChangedRows.takeTurn(jdbc);
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          new ConfidentialPlaces(jdbc, now).hideStored().forEach(searchRows::make);
          var changed = new ChangedRows(jdbc, now);
          changed.spread();
          changed.publish(clock);
        });
  }
}
