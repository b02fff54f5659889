package org.handrail.client.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.ClientServiceApplication;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.ChainCheck.Finding;
import org.handrail.client.party.PartyId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.KafkaFixture;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.Surroundings;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;

/** The command finds what somebody with the owner's password did to the ledger. */
@HandrailIT
class VerifyingLedgerIT {
  private final ClientService service;
  private final VerifyingLedger verifying;
  private final Ledger ledger;
  private final Transactions transactions;

  VerifyingLedgerIT(
      Api api,
      TokenIssuer tokens,
      VerifyingLedger verifying,
      Ledger ledger,
      Transactions transactions) {
    service = new ClientService(api, tokens);
    this.verifying = verifying;
    this.ledger = ledger;
    this.transactions = transactions;
  }

  private UUID clientWithThreeDisclosures() {
    var client = service.registers("Vera");
    service.consents(client, "Vera");
    for (int i = 0; i < 3; i++) {
      service.discloses(client, UUID.randomUUID());
    }
    anchors(client, 3);
    return client;
  }

  /** Waits until so many have left. */
  private static void anchors(UUID client, int howMany) {
    KafkaFixture.read(
        "handrail.client.v1",
        one ->
            one.key().equals(client.toString())
                && new String(one.headers().lastHeader("ce_type").value(), UTF_8)
                    .equals("org.handrail.ledger.anchored.v1"),
        howMany,
        Duration.ofSeconds(30));
  }

  private List<Finding> findings(UUID client) {
    return verifying.verify().wrong().stream()
        .filter(wrong -> wrong.chain().client().equals(new ClientId(client)))
        .map(VerifyingLedger.Wrong::finding)
        .toList();
  }

  @Test
  @Proves("P2-LOG-1")
  void anAlteredRowIsFoundAmongAllChains() throws SQLException {
    var client = clientWithThreeDisclosures();
    assertThat(findings(client)).isEmpty();
    asOwner(
        "update disclosure set purpose = 'COC' where position = 2 and client_id = '%s'", client);
    assertThat(findings(client)).containsExactly(new Finding.Altered(2));
    var report = verifying.verify();
    var printed = new ByteArrayOutputStream();
    VerifyLedger.print(report, new PrintStream(printed, true, UTF_8));
    assertThat(printed.toString(UTF_8))
        .contains(
            "riverbend client " + client + " position 2: the row is not what was hashed",
            report.anchors() + " anchors");
    assertThat(report.anchors()).isGreaterThanOrEqualTo(3);
    asOwner(
        "update disclosure set purpose = 'TREAT' where position = 2 and client_id = '%s'", client);
    assertThat(findings(client)).isEmpty();
  }

  @Test
  @Proves("P2-LOG-1")
  void aTailThatWasCutOffTogetherWithItsHeadIsFoundByTheAnchors() throws SQLException {
    var client = clientWithThreeDisclosures();
    asOwner(
        """
        delete from disclosure_package where disclosure_id in
          (select id from disclosure where position = 3 and client_id = '%1$s');
        delete from disclosure where position = 3 and client_id = '%1$s';
        update chain_head set length = 2, hash = (select hash from disclosure where position = 2 and client_id = '%1$s')
          where client_id = '%1$s'
        """,
        client);
    assertThat(findings(client)).containsExactly(new Finding.Unanchored(3));
  }

  @Test
  @Proves("P2-LOG-1")
  void aRowThatWasPutInBehindTheLastAnchorIsFoundByItsOwnThatNeverLeft() {
    var client = clientWithThreeDisclosures();
    putsIn(client, Instant.now().minus(Duration.ofMinutes(6)));
    assertThat(findings(client)).containsExactly(new Finding.Unpublished(4));
    service.discloses(client, UUID.randomUUID());
    anchors(client, 4);
    assertThat(findings(client)).as("behind it too").containsExactly(new Finding.Unpublished(4));
  }

  @Test
  @Proves("P2-LOG-1")
  void soIsOneOfADayToComeAndOneOfAChainWithoutAHead() throws SQLException {
    var client = service.registers("Vera");
    putsIn(client, Instant.parse("2199-01-01T00:00:00Z"));
    assertThat(findings(client)).containsExactly(new Finding.Unpublished(1));
    asOwner("delete from chain_head where client_id = '%s'", client);
    assertThat(findings(client)).containsExactly(new Finding.Unpublished(1));
  }

  @Test
  void whatWasDecidedJustNowMayHaveItsAnchorOnTheWay() {
    var client = service.registers("Vera");
    putsIn(client, Instant.now());
    assertThat(findings(client)).isEmpty();
  }

  /** As whoever knows how rows are hashed could: nothing of it leaves the database. */
  private void putsIn(UUID client, Instant at) {
    var denial =
        new Entry(
            UUID.randomUUID(),
            at.truncatedTo(ChronoUnit.MICROS),
            new Entry.Who(
                new PartyId("riverbend"),
                TokenIssuer.subject("maya"),
                new PartyId("harborlight"),
                List.of(),
                null),
            new Entry.What("TREAT", List.of(), List.of("contact"), "nothing", "handrail"),
            new Entry.Cause(UUID.randomUUID(), "sending-1", null),
            new Entry.Outcome.Denied("consent-missing"));
    var riverbend = new AgencyId("riverbend");
    AgencyScope.as(riverbend)
        .run(
            () ->
                transactions.run(
                    () -> ledger.append(ledger.lock(riverbend, new ClientId(client)), denial)));
  }

  @Test
  @Proves("P2-LOG-1")
  void asACommandItTellsWhatItFoundAndEndsWithIt() throws Exception {
    var client = clientWithThreeDisclosures();
    asOwner(
        "update disclosure set purpose = 'COC' where position = 1 and client_id = '%s'", client);
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx192m",
            "-cp",
            System.getProperty("java.class.path"),
            ClientServiceApplication.class.getName(),
            "--handrail.verify-ledger=true",
            "--server.port=0",
            "--logging.level.root=error");
    builder.environment().putAll(Surroundings.variables("client"));
    var command = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var said = new String(command.getInputStream().readAllBytes(), UTF_8);
    assertThat(command.waitFor()).as(said).isEqualTo(1);
    assertThat(said)
        .contains("riverbend client " + client + " position 1: the row is not what was hashed")
        .containsPattern("[0-9]+ chains, [0-9]+ anchors, [0-9]+ findings\\R$");
    asOwner(
        "update disclosure set purpose = 'TREAT' where position = 1 and client_id = '%s'", client);
  }

  @Test
  @Proves("P2-LOG-1")
  void aPackageThatIsNotTheOneThatWasReleasedIsFound() throws SQLException {
    var client = clientWithThreeDisclosures();
    var second =
        "disclosure_id = (select id from disclosure where position = 2 and client_id = '%s')"
            .formatted(client);
    var before =
        LedgerOwner.does("select row_to_json(p) from disclosure_package p where " + second);
    for (var change :
        List.of(
            "update disclosure_package set body = replace(body, 'Vera', 'Nora')",
            "update disclosure_package set discloser = 'cedarhouse'",
            "update disclosure_package set recipient = 'cedarhouse'",
            "update disclosure_package set agency = 'cedarhouse'",
            "delete from disclosure_package")) {
      assertThat(findings(client)).isEmpty();
      LedgerOwner.does(change + " where " + second);
      assertThat(findings(client)).as(change).containsExactly(new Finding.Repacked(2));
      LedgerOwner.does("delete from disclosure_package where " + second);
      LedgerOwner.does(
          "insert into disclosure_package select * from"
              + " json_populate_record(null::disclosure_package, $kept$"
              + before
              + "$kept$)");
    }
    assertThat(findings(client)).isEmpty();
  }

  private static void asOwner(String sql, UUID client) throws SQLException {
    LedgerOwner.does(sql.formatted(client));
  }
}
