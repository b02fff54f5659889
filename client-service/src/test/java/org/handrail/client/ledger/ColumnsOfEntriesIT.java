package org.handrail.client.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.handrail.client.ClientService;
import org.handrail.client.Forms;
import org.handrail.client.client.ClientId;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/**
 * Every column of an entry is hashed, or follows from what is: another content is found, in a
 * denial as in a release.
 */
@HandrailIT
class ColumnsOfEntriesIT {
  private static final int DENIAL = 1;
  private static final int RELEASE = 2;

  /** Which chain it is, and where in it. */
  private static final Set<String> THE_CHAINS = Set.of("agency", "client_id", "position");

  private static final String OF_A_GRANT =
      "matter = 'grant-report', matter_id = gen_random_uuid(), referral_id = null, step = null";

  /** Another content of each column, as the constraints allow it. */
  private static final Map<String, String> OF_BOTH =
      Map.ofEntries(
          Map.entry("basis", "basis = gen_random_uuid()::text"),
          Map.entry("decided_at", "decided_at = decided_at - interval '1 second'"),
          Map.entry("description", "description = 'another'"),
          Map.entry("discloser", "discloser = 'cedarhouse'"),
          Map.entry("discloser_subject", "discloser_subject = 'somebody'"),
          Map.entry("hash", "hash = repeat('1', 64)"),
          Map.entry("in_reply_to", "in_reply_to = gen_random_uuid()"),
          Map.entry("matter", OF_A_GRANT),
          Map.entry("matter_id", OF_A_GRANT),
          Map.entry("notice_version", "notice_version = 'another'"),
          Map.entry("previous_hash", "previous_hash = repeat('1', 64)"),
          Map.entry("purpose", "purpose = 'COC'"),
          Map.entry("recipient", "recipient = 'cedarhouse'"),
          Map.entry("recipient_standings", "recipient_standings = '{criminalJustice}'"),
          Map.entry("redisclosure", "redisclosure = 'another'"),
          Map.entry("referral_id", "referral_id = gen_random_uuid()"),
          Map.entry("step", "step = 'sending-9'"),
          Map.entry("transport", "transport = 'fax'"),
          Map.entry("via", "via = 'cedarhouse'"),
          Map.entry("withheld", "withheld = '{plan}'"));

  private static final Map<String, String> OF_A_RELEASE =
      Map.of(
          "categories", "categories = '{plan}'",
          "package_hash", "package_hash = repeat('1', 64)");

  private static final Map<String, String> OF_A_DENIAL =
      Map.of(
          "denial",
          "denial = 'another'",
          "id",
          "id = gen_random_uuid()",
          "outcome",
          """
          outcome = 'released', denial = null, basis = gen_random_uuid()::text, notice_version = '1', scope_attached = true,
            redisclosure = 'none', package_hash = repeat('1', 64), categories = '{plan}'
          """,
          "scope_attached",
          "scope_attached = true");

  private final ClientService service;
  private final VerifyingLedger verifying;

  ColumnsOfEntriesIT(Api api, TokenIssuer tokens, VerifyingLedger verifying) {
    service = new ClientService(api, tokens);
    this.verifying = verifying;
  }

  @Test
  @Proves("P2-LOG-1")
  void noneOfThemChangesUnnoticed() throws SQLException {
    var client = service.registers("Vera");
    service.asksTheDoor(Forms.referral(client, UUID.randomUUID(), "sending-1")).isOk();
    service.consents(client, "Vera");
    service.discloses(client, UUID.randomUUID());
    for (var otherwise : OF_BOTH.values()) {
      isFound(client, DENIAL, otherwise);
      isFound(client, RELEASE, otherwise);
    }
    for (var otherwise : OF_A_RELEASE.values()) {
      isFound(client, RELEASE, otherwise);
    }
    for (var otherwise : OF_A_DENIAL.values()) {
      isFound(client, DENIAL, otherwise);
    }
  }

  @Test
  @Proves("P2-LOG-1")
  void norDoesWhatNoEntryCouldHold() throws SQLException {
    var client = service.registers("Vera");
    service.asksTheDoor(Forms.referral(client, UUID.randomUUID(), "sending-1")).isOk();
    service.consents(client, "Vera");
    service.discloses(client, UUID.randomUUID());
    for (var column : List.of("recipient", "discloser", "via", "discloser_subject")) {
      isFound(client, RELEASE, column + " = 'Not a party'");
    }
  }

  @Test
  void theseAreAllColumns() throws SQLException {
    var looked = new TreeSet<>(THE_CHAINS);
    looked.addAll(OF_BOTH.keySet());
    looked.addAll(OF_A_RELEASE.keySet());
    looked.addAll(OF_A_DENIAL.keySet());
    assertThat(columns().split(",")).containsExactlyInAnyOrderElementsOf(looked);
  }

  private void isFound(UUID client, int position, String otherwise) throws SQLException {
    var row = " where client_id = '%s' and position = %d".formatted(client, position);
    var chain = new ChainKey(new AgencyId("riverbend"), new ClientId(client));
    var known = new VerifyingLedger.Known(Optional.empty(), List.of(), Instant.now());
    assertThat(verifying.findings(chain, known)).isEmpty();
    var before = LedgerOwner.does("select row_to_json(d) from disclosure d" + row);
    LedgerOwner.does("update disclosure set " + otherwise + row);
    assertThat(verifying.findings(chain, known))
        .as(otherwise)
        .anySatisfy(finding -> assertThat(finding.position()).isEqualTo(position));
    LedgerOwner.does(
        "update disclosure set (%1$s) = (select %1$s from json_populate_record(null::disclosure, $kept$%2$s$kept$))"
                .formatted(columns(), before)
            + row);
  }

  private static String columns() throws SQLException {
    return LedgerOwner.does(
        """
        select string_agg(column_name, ',') from information_schema.columns
        where table_schema = 'public' and table_name = 'disclosure'
        """);
  }
}
