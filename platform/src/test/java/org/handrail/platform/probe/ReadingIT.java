package org.handrail.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;

@PlatformIT
class ReadingIT {
  private static final AgencyId RIVERBEND = new AgencyId("riverbend");

  private final Notes notes;
  private final Transactions transactions;

  ReadingIT(Notes notes, Transactions transactions) {
    this.notes = notes;
    this.transactions = transactions;
  }

  @Test
  void seesOneMomentWhateverIsWrittenMeanwhile() {
    var seen =
        AgencyScope.as(RIVERBEND)
            .call(
                () ->
                    transactions.reading(
                        () -> {
                          var before = notes.count();
                          CompletableFuture.runAsync(this::somebodyElseAdds).join();
                          return notes.count() - before;
                        }));
    assertThat(seen).isZero();
  }

  private void somebodyElseAdds() {
    AgencyScope.as(RIVERBEND)
        .run(() -> transactions.run(() -> notes.add(RIVERBEND, "she came by")));
  }
}
