package org.handrail.referral.directory.search;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.handrail.platform.fixtures.PostgresFixture;
import org.handrail.platform.scope.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A directory as large as a state's, written past the import. */
final class ManyServices {
  // Each well within the time that a connection waits for an answer.
  private static final int AT_ONCE = 10_000;
  private static final String SOURCE = "many";

  private final JdbcClient jdbc;
  private final Transactions transactions;

  ManyServices(JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  void put(int services) {
    for (int first = 1; first <= services; first += AT_ONCE) {
      int from = first;
      transactions.run(() -> write(services, from, Math.min(services, from + AT_ONCE - 1)));
    }
    analyze();
  }

  /** Only a table's owner may. */
  private static void analyze() {
    var database = PostgresFixture.database("referral");
    try (var connection =
            DriverManager.getConnection(
                database.url(), "referral_owner", database.passwords().owner());
        var statement = connection.createStatement()) {
      statement.execute("vacuum analyze directory_found, directory_service, directory_owner");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Spread over two degrees; one in ten for food, one in fifty in Spanish. */
  private void write(int services, int from, int to) {
    for (String statement :
        new String[] {
          """
          insert into directory_organization (source, external_id, name, imported_at)
          select :source, 'o' || n, 'Organization ' || n, now() from generate_series(1, :many / 50) n
          on conflict do nothing
          """,
          """
          insert into directory_service (source, external_id, organization_id, name, description, status,
            minimum_age, imported_at, first_seen, known_on, stale_on, hidden_on, words)
          select :source, 's' || n, o.id, t.name, t.description, 'active', case when n % 3 = 0 then 18 end, now(),
            current_date, current_date, current_date + 90, current_date + 180,
            setweight(to_tsvector('english', t.name), 'A') || setweight(to_tsvector('english', o.name), 'B')
              || setweight(to_tsvector('english', t.description), 'C')
          from generate_series(:from, :to) n
          join directory_organization o on o.source = :source and o.external_id = 'o' || (1 + n % (:many / 50))
          cross join lateral (select
            (array['Recovery housing', 'Outpatient treatment', 'Food pantry', 'Peer support', 'Legal help', 'Job training',
              'Naloxone training', 'Family group', 'Detox unit', 'Buprenorphine clinic'])[1 + n % 10] || ' ' || n as name,
            'Open to adults in recovery. ' || (array['Call first.', 'Walk in.', 'Childcare.', 'Evenings.'])[1 + n % 4]
              || ' Ward ' || (n % 997) as description) t
          on conflict do nothing
          """,
          """
          insert into directory_found (service_id, place, name, spelling, words, named, facets, minimum_age, hidden_on, spot)
          select s.id, 0, s.name, lower(s.name || ' ' || o.name), s.words, to_tsvector('english', s.name),
            array['need:' || (array['recovery-housing', 'outpatient-moud', 'food', 'peer-support', 'legal-help',
              'employment', 'harm-reduction', 'family-support', 'withdrawal-management', 'moud'])[1 + n % 10]]
              || case when n % 50 = 0 then array['language:es'] else array[]::text[] end
              || case when n % 7 = 0 then array['payment:medicaid'] else array[]::text[] end,
            s.minimum_age, s.hidden_on,
            cube(array[cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)])
          from directory_service s
          join directory_organization o on o.id = s.organization_id
          cross join lateral (select substr(s.external_id, 2)::int as n) k
          cross join lateral (select radians(40.5 + (n::bigint * 7919 % 20011) / 10005.5) as lat,
            radians(-83.7 + (n::bigint * 104729 % 19997) / 9998.5) as lon) x
          where s.source = :source and k.n between :from and :to
          on conflict do nothing
          """
        }) {
      jdbc.sql(statement)
          .params(Map.of("source", SOURCE, "many", services, "from", from, "to", to))
          .update();
    }
  }

  void remove() {
    transactions.run(
        () -> {
          for (String statement :
              new String[] {
                "delete from directory_found where service_id in"
                    + " (select id from directory_service where source = :source)",
                "delete from directory_service where source = :source",
                "delete from directory_organization where source = :source"
              }) {
            jdbc.sql(statement).param("source", SOURCE).update();
          }
        });
  }
}
