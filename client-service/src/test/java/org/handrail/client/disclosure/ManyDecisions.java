package org.handrail.client.disclosure;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A ledger as an agency has it after years: so many clients, each with a hundred decisions over the
 * last three years, every tenth a denial. The hashes have their form but chain nothing: reading and
 * adding do not check them, and {@code verify-ledger} is not what is measured.
 */
final class ManyDecisions {
  static final int OF_EACH_CLIENT = 100;

  private static final int AT_A_TIME = 1000;

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final AgencyId agency;

  ManyDecisions(JdbcClient jdbc, Transactions transactions, AgencyId agency) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.agency = agency;
  }

  /**
   * Adds clients without a consent, until there are that many, and everybody's decisions and looks.
   *
   * @return everybody
   */
  List<UUID> fill(int clients) {
    AgencyScope.as(agency).run(() -> transactions.run(() -> register(clients)));
    var all = AgencyScope.as(agency).call(() -> transactions.reading(this::clients));
    for (int from = 0; from < all.size(); from += AT_A_TIME) {
      var some = all.subList(from, Math.min(all.size(), from + AT_A_TIME));
      AgencyScope.as(agency).run(() -> transactions.run(() -> decide(some)));
    }
    return all;
  }

  private List<UUID> clients() {
    return jdbc.sql("select id from client")
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  private void register(int clients) {
    jdbc.sql(
            """
            insert into client (agency, id, status, name_to_use, languages, contact, registered_at, registered_by, version)
            select :agency, gen_random_uuid(), 'registered', 'Client', '{en}', '{}', now(), :maya, 1
            from generate_series(1, :clients - (select count(*)::int from client)) n
            """)
        .param("agency", agency.value())
        .param("maya", TokenIssuer.subject("maya").value())
        .param("clients", clients)
        .update();
    jdbc.sql(
            """
            insert into chain_head (agency, client_id, length, hash, decided_at)
            select agency, id, 0, repeat('0', 64), '1970-01-01T00:00:00Z' from client on conflict do nothing
            """)
        .update();
  }

  private void decide(List<UUID> clients) {
    var ids = clients.stream().map(UUID::toString).toArray(String[]::new);
    jdbc.sql(
            """
            insert into disclosure (agency, client_id, position, id, decided_at, outcome, denial, basis, discloser,
              discloser_subject, recipient, recipient_standings, purpose, categories, withheld, description, transport,
              referral_id, step, notice_version, scope_attached, redisclosure, package_hash, previous_hash, hash)
            select :agency, client::uuid, n, gen_random_uuid(), now() - (:each + 1 - n) * interval '1095 days' / (:each + 1),
              case when denied then 'denied' else 'released' end, case when denied then 'consent-missing' end,
              case when not denied then gen_random_uuid()::text end, :agency, :maya, 'harborlight', '{coveredEntity}',
              'TREAT', case when denied then '{}'::text[] else '{contact,referral}' end, '{}', 'contact, referral', 'platform',
              gen_random_uuid(), 'sending-1', case when not denied then '2.32-2024' end, not denied,
              case when not denied then 'consent-only' end, case when not denied then hash end, hash, hash
            from unnest(:clients::text[]) as client, generate_series(1, :each) n, lateral (select n % 10 = 0 as denied,
              encode(sha256(convert_to(client || n, 'UTF8')), 'hex') as hash)
            """)
        .param("agency", agency.value())
        .param("maya", TokenIssuer.subject("maya").value())
        .param("each", OF_EACH_CLIENT)
        .param("clients", ids)
        .update();
    jdbc.sql(
            """
            update chain_head set length = :each, decided_at = now() - interval '1 day' where client_id = any(:clients::uuid[])
            """)
        .param("each", OF_EACH_CLIENT)
        .param("clients", ids)
        .update();
    jdbc.sql(
            """
            insert into look (agency, id, client_id, subject, looked_as, kind, hour, looked_at)
            select :agency, gen_random_uuid(), client::uuid, 'somebody-' || n, 'backup', 'clients', hour, hour
            from unnest(:clients::text[]) as client, generate_series(1, 20) n,
              lateral (select date_trunc('hour', now() - n * interval '50 days') as hour)
            """)
        .param("agency", agency.value())
        .param("clients", ids)
        .update();
  }
}
