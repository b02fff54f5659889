package org.handrail.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database itself keeps the agencies apart, whatever the code forgets. */
@HandrailIT
class RowSecurityIT {
  private static final List<String> SHARED = List.of("disclosure", "disclosure_package");

  private final ClientService service;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  RowSecurityIT(Api api, TokenIssuer tokens, JdbcClient jdbc, Transactions transactions) {
    service = new ClientService(api, tokens);
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  @Proves("P2-QSO-1")
  void everyTableOfAnAgencyIsForcedAndShowsOtherAgenciesNothing() {
    var client = service.registers("Rob");
    service.consents(client, "Rob");
    service.discloses(client, UUID.randomUUID());
    var tables = tablesWithAnAgency();
    assertThat(tables)
        .contains(
            "client", "assignment", "consent", "consent_signature", "chain_head", "disclosure");
    for (var table : tables) {
      var seen = "select count(*) from " + table + " where agency = 'riverbend'";
      assertThat(transactions.reading(() -> count(seen))).as(table + " as nobody").isZero();
      assertThat(as("bystanders", seen)).as(table + " as bystanders").isZero();
      if (!SHARED.contains(table)) {
        assertThat(as("harborlight", seen)).as(table + " as harborlight").isZero();
      }
    }
    assertThat(as("riverbend", "select count(*) from client")).isPositive();
  }

  @Test
  void aRecipientSeesReleasesToItAndNoDenial() {
    var client = service.registers("Rob");
    service.asksTheDoor(Forms.referral(client, UUID.randomUUID(), "sending-1")).isOk();
    service.consents(client, "Rob");
    service.discloses(client, UUID.randomUUID());
    var rows = "select count(*) from disclosure where client_id = '%s'".formatted(client);
    assertThat(as("riverbend", rows)).isEqualTo(2);
    assertThat(as("harborlight", rows)).isEqualTo(1);
  }

  @Test
  void theApplicationReadsNoPersonKey() {
    var grants =
        transactions.reading(
            () ->
                jdbc.sql(
                        "select has_table_privilege('person', 'select') as read,"
                            + " has_table_privilege('outbox', 'select') as events")
                    .query()
                    .singleRow());
    assertThat(grants).isEqualTo(Map.of("read", false, "events", false));
  }

  private List<String> tablesWithAnAgency() {
    var forced =
        transactions.reading(
            () ->
                jdbc.sql(
                        """
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency'
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'outbox'
                          and c.relrowsecurity and c.relforcerowsecurity
                        """)
                    .query(String.class)
                    .list());
    var all =
        transactions.reading(
            () ->
                jdbc.sql(
                        """
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency'
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'outbox'
                        """)
                    .query(String.class)
                    .list());
    assertThat(forced).containsExactlyInAnyOrderElementsOf(all);
    return all;
  }

  private long as(String agency, String sql) {
    return AgencyScope.as(new AgencyId(agency)).call(() -> transactions.reading(() -> count(sql)));
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
