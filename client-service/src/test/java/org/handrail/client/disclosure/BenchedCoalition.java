package org.handrail.client.disclosure;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.PostgresFixture;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many clients with many consents each, of which one covers what the bench asks. */
final class BenchedCoalition {
  static final int CLIENTS = 1000;
  static final int CONSENTS = 20;
  private static final AgencyId RIVERBEND = new AgencyId("riverbend");

  private final JdbcClient jdbc;
  private final Transactions transactions;

  BenchedCoalition(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Their ids, in no order. */
  List<UUID> clients() {
    return AgencyScope.as(RIVERBEND).call(() -> transactions.inTransaction(this::seed));
  }

  private List<UUID> seed() {
    jdbc.sql(
            """
            insert into client (agency, id, status, name_to_use, languages, contact, registered_at, registered_by, version)
            select 'riverbend', gen_random_uuid(), 'registered', 'Client ' || n, '{en}', '{}', now(), :maya, 1
            from generate_series(1, :clients) n
            """)
        .param("maya", TokenIssuer.subject("maya").value())
        .param("clients", CLIENTS)
        .update();
    for (var each :
        List.of(
            """
            insert into assignment (agency, client_id, subject, relation, assigned_at, assigned_by)
            select agency, id, registered_by, 'primary', now(), registered_by from client
            """,
            """
            insert into chain_head (agency, client_id, length, hash, decided_at)
            select agency, id, 0, repeat('0', 64), '1970-01-01T00:00:00Z' from client
            """,
            // The first names Harborlight; each other one somebody else, and so fails an early
            // rule.
            """
            insert into consent (agency, id, client_id, patient_name, disclosers, recipients, recipient_parties, purposes,
              categories, description, expires, expires_at, revocation_statement, revocation_method,
              states_hipaa_redisclosure, states_redisclosure_risk, states_refusal_consequences, states_fundraising_opt_out,
              language, drafted_at, drafted_by)
            select agency, gen_random_uuid(), id, name_to_use, '{riverbend}', 'named',
              array[case when n = 1 then 'harborlight' else 'party-' || n end], '{TREAT}', '{contact,referral}',
              'How to reach me and why I come', 'at', '2099-01-01T00:00:00Z', 'I may take this back', 'Tell anybody',
              true, true, true, false, 'en', now(), registered_by
            from client, generate_series(1, 20) n
            """,
            """
            insert into consent_signature (agency, consent_id, signer, initialled, signed_at, act_kind, recorded_by,
              recorded_at, template_version, document, document_hash)
            select agency, id, 'client', false, now(), 'in-person', drafted_by, now(), 'consent-en-4', 'text',
              encode(sha256('text'), 'hex')
            from consent
            """)) {
      jdbc.sql(each).update();
    }
    return jdbc.sql("select id from client order by id")
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Takes back all that the door wrote of those clients, as only the owner of the tables can. */
  static void forget(List<UUID> clients) {
    var database = PostgresFixture.database("client");
    try (var connection =
            DriverManager.getConnection(
                database.url(), "client_owner", database.passwords().owner());
        var ids = connection.createStatement()) {
      var array = connection.createArrayOf("uuid", clients.toArray());
      ids.execute("alter table disclosure disable trigger user");
      ids.execute("alter table disclosure_package disable trigger user");
      for (var table : List.of("disclosure", "disclosure_package", "chain_head")) {
        ids.execute("alter table " + table + " no force row level security");
      }
      for (var sql :
          List.of(
              "delete from disclosure_package p using disclosure d where d.id = p.disclosure_id and"
                  + " d.client_id = any(?)",
              "delete from disclosure where client_id = any(?)",
              "update chain_head set length = 0, hash = repeat('0', 64) where client_id ="
                  + " any(?)")) {
        try (var statement = connection.prepareStatement(sql)) {
          statement.setArray(1, array);
          statement.execute();
        }
      }
      for (var table : List.of("disclosure", "disclosure_package", "chain_head")) {
        ids.execute("alter table " + table + " force row level security");
      }
      ids.execute("alter table disclosure enable trigger user");
      ids.execute("alter table disclosure_package enable trigger user");
      // What a database that has been running for a while knows of itself.
      ids.execute("vacuum analyze");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
