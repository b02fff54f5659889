package org.handrail.referral.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.LockWaits;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.directory.copy.ChangedRows;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Others read, or write, while a file comes in. */
@ReferralServiceIT
class ChangesMeanwhileIT {
  private final Coalition coalition;
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final ExecutorService others = Executors.newFixedThreadPool(2);
  private final UUID service = UUID.randomUUID();
  private final String source = "meanwhile-" + service;
  private final String agency = "a-" + service;

  ChangesMeanwhileIT(Coalition coalition, JdbcClient jdbc, Transactions transactions) {
    this.coalition = coalition;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @AfterEach
  void goes() {
    others.shutdownNow();
    coalition.clock().reset();
  }

  @Test
  void whoCopiesMeanwhileIsToldOfItAfterwards() throws Exception {
    take(file("Soup", ""));
    coalition.clock().advance(Duration.ofDays(1));

    record Meanwhile(Instant copied, Future<Answer> file) {}
    Meanwhile meanwhile =
        transactions.inTransaction(
            () -> {
              hold("directory_organization");
              Future<Answer> file = others.submit(() -> take(file("Soup and bread", "")));
              LockWaits.awaitThat(1, jdbc);
              coalition.clock().advance(Duration.ofMinutes(1));
              Instant copied = coalition.clock().instant();
              assertThat(changed(copied)).doesNotContain("Soup");
              return new Meanwhile(copied, file);
            });

    meanwhile.file().get();
    assertThat(changed(meanwhile.copied())).contains("Soup and bread");
  }

  @Test
  void aConfirmationAndAFileDoNotWaitForEachOther() throws Exception {
    take(file("Soup", ""));

    record Both(Future<Answer> confirmation, Future<Answer> file) {}
    Both both =
        transactions.inTransaction(
            () -> {
              hold("directory_row");
              Future<Answer> confirmation = others.submit(this::confirm);
              LockWaits.awaitThat(1, jdbc);
              Future<Answer> file = others.submit(() -> send(file("Soup", Shelter.MARK)));
              LockWaits.awaitThat(2, jdbc);
              return new Both(confirmation, file);
            });

    both.confirmation().get().isCreated();
    both.file().get().isCreated();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "ndjson"})
  void whoCopiesWhileAChangeIsPublishedIsToldOfIt(String format) throws Exception {
    take(file("Soup", ""));
    coalition.clock().advance(Duration.ofDays(1));
    Instant copied = coalition.clock().instant();
    coalition.clock().advance(Duration.ofMinutes(1));

    Future<String> copying =
        transactions.inTransaction(
            () -> {
              var changed = new ChangedRows(jdbc, coalition.clock().instant());
              changed.service(service);
              changed.publish(coalition.clock());
              Future<String> copy = others.submit(() -> changed(copied, format));
              LockWaits.awaitThat(1, jdbc);
              return copy;
            });

    assertThat(copying.get()).contains("Soup");
  }

  @Test
  void aConfirmationDoesNotWaitForAWholeFile() {
    take(file("Soup", ""));
    Answer meanwhile =
        transactions.inTransaction(
            () -> {
              ChangedRows.takeTurn(jdbc);
              return confirm();
            });

    meanwhile.isProblem(503, "unavailable");
    confirm().isCreated();
  }

  /** The row of the service, or of the organization. */
  private void hold(String table) {
    jdbc.sql(
            "select 1 from %s where source = ? and external_id in (?, 'o') %s for update"
                .formatted(table, table.endsWith("row") ? "and kind = 'service'" : ""))
        .params(source, service.toString())
        .query(Integer.class)
        .list();
  }

  private Answer confirm() {
    return coalition
        .as("ines", agency, Role.INTAKE_COORDINATOR)
        .post("/api/directory/services/{id}/confirmations", service)
        .send();
  }

  private String changed(Instant since) {
    return changed(since, "json");
  }

  private String changed(Instant since, String format) {
    return coalition
        .anonymous()
        .get(
            "/hsds/services?search=%s&modified_after=%s&format=%s"
                .formatted(service, since, format))
        .send()
        .isOk()
        .text();
  }

  private Answer take(String file) {
    return send(file).isCreated();
  }

  private Answer send(String file) {
    return coalition.olive().post("/api/directory/imports?source=" + source).body(file).send();
  }

  private String file(String name, String mark) {
    return """
    [{"id": "o", "name": "Kitchen", "organization_identifiers": [
        {"id": "i", "identifier_type": "handrail:agency", "identifier": "%1$s"}],
      "locations": [{"id": "l", "location_type": "physical", "name": "House"%4$s}],
      "services": [{"id": "%2$s", "name": "%3$s", "description": "%2$s", "status": "active",
        "service_at_locations": [{"id": "sl", "location_id": "l", "description": "Behind the school"}]}]}]
    """
        .formatted(agency, service, name, mark);
  }
}
