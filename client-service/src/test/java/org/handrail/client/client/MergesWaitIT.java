package org.handrail.client.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.handrail.client.ClientService;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose a record is, is said after what is being decided of that person, or before it. */
@HandrailIT
class MergesWaitIT {
  private static final AgencyId RIVERBEND = new AgencyId("riverbend");

  private final ClientService service;
  private final Clients clients;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  MergesWaitIT(
      Api api, TokenIssuer tokens, Clients clients, Transactions transactions, JdbcClient jdbc) {
    service = new ClientService(api, tokens);
    this.clients = clients;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  @Test
  @Proves({"P2-REV-1", "P2-RGT-1"})
  void aThirdRecordComesToAPersonAfterWhatIsBeingDecidedOfTheirFirst() throws Exception {
    var first = service.registers("Rae");
    var standing = service.registers("Rae");
    var third = service.registers("Rae");
    service.merges(first, standing).isCreated();

    waits(first, () -> service.merges(third, standing)).isCreated();
  }

  @Test
  @Proves("P2-RGT-1")
  void whoDecidesOfARestrictionWaitsUntilItIsSaidWhoseTheRecordIs() throws Exception {
    var client = service.registers("Rae");
    var path = "/api/clients/" + client + "/restrictions";
    var asked =
        service
            .maya()
            .post(path)
            .body(Map.of("recipient", "harborlight", "act", ClientService.act()))
            .send()
            .isCreated();
    var priya = service.priyaThePrivacyOfficer();

    waits(
            client,
            () ->
                priya
                    .post(path + "/" + asked.id() + "/decision")
                    .body(Map.of("granted", true))
                    .send())
        .isOk();
  }

  /** Somebody's record is locked, as by whoever decides something of it, and the other waits. */
  private Answer waits(UUID record, Supplier<Answer> other) throws Exception {
    var held = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var holding =
          threads.submit(
              () ->
                  AgencyScope.as(RIVERBEND)
                      .run(
                          () ->
                              transactions.run(
                                  () -> {
                                    assertThat(
                                            clients.findForUpdate(RIVERBEND, new ClientId(record)))
                                        .isPresent();
                                    held.countDown();
                                    uninterrupted(end);
                                  })));
      try {
        held.await();
        var asked = threads.submit(other::get);
        while (!asked.isDone() && !somebodyWaits()) {
          Thread.onSpinWait();
        }
        assertThat(asked.isDone()).as("it waits").isFalse();
        end.countDown();
        holding.get();
        return asked.get();
      } finally {
        end.countDown();
      }
    }
  }

  private boolean somebodyWaits() {
    return transactions.reading(
        () ->
            jdbc.sql(
                    """
                    select exists (select from pg_stat_activity
                      where datname = current_database() and wait_event_type = 'Lock' and query like '%for no key update%')
                    """)
                .query(Boolean.class)
                .single());
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
