package org.handrail.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.Sweeping;
import org.handrail.platform.fixtures.LockWaits;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformIT
class SweepingIT {
  private static final AgencyId RIVERBEND = new AgencyId("riverbend");

  private final Notes notes;
  private final NoteDue due;
  private final Deadlines deadlines;
  private final Sweeping sweeping;
  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Clock clock;

  SweepingIT(
      Notes notes,
      NoteDue due,
      Deadlines deadlines,
      Sweeping sweeping,
      Transactions transactions,
      JdbcClient jdbc,
      Clock clock) {
    this.notes = notes;
    this.due = due;
    this.deadlines = deadlines;
    this.sweeping = sweeping;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Test
  void whatIsDueIsDoneOnce() {
    var note = aNoteThatIsDue();
    sweeping.sweep();
    sweeping.sweep();
    assertThat(due.reached()).containsOnlyOnce(note);
  }

  @Test
  void aStepDropsADeadlineWhileTheSweepWaitsForWhatItIsAbout() throws Exception {
    var note = aNoteThatIsDue();
    try (var other = Executors.newSingleThreadExecutor()) {
      Future<?> sweep =
          as(
              () -> {
                due.lock(RIVERBEND, note);
                var begun = other.submit(sweeping::sweep);
                LockWaits.awaitThat(1, jdbc);
                assertThat(isFree(note)).as("that the sweep has not taken it yet").isTrue();
                deadlines.drop(RIVERBEND, due.kind(), note);
                return begun;
              });
      sweep.get();
    }
    assertThat(due.reached()).doesNotContain(note);
  }

  private UUID aNoteThatIsDue() {
    return as(
        () -> {
          var note = notes.add(RIVERBEND, "call her");
          deadlines.set(RIVERBEND, due.kind(), note, clock.instant().minusSeconds(1));
          return note;
        });
  }

  private boolean isFree(UUID about) {
    return jdbc.sql("select kind from deadline where about = ? for update skip locked")
        .param(about)
        .query(String.class)
        .optional()
        .isPresent();
  }

  private <T> T as(Supplier<T> work) {
    return AgencyScope.as(RIVERBEND).call(() -> transactions.inTransaction(work));
  }
}
