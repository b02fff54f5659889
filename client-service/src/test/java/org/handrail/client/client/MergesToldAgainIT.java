package org.handrail.client.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.handrail.platform.fixtures.PostgresFixture;
import org.handrail.platform.fixtures.PostgresFixture.ServiceDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What stood merged before the other services were told which record stands. */
class MergesToldAgainIT {
  private final ServiceDatabase database = PostgresFixture.database("told_again");

  @Test
  void mergesThatStandAreToldAgainWithTheRecordThatStands() {
    migrate("0205");
    UUID merged;
    UUID apart;
    UUID surviving;
    try (var connection = connection("app", database.passwords().app())) {
      JdbcClient jdbc = JdbcClient.create(connection);
      jdbc.sql("select set_config('handrail.agency', 'riverbend', false)").query().listOfRows();
      merged = client(jdbc);
      apart = client(jdbc);
      surviving = client(jdbc);
      merge(jdbc, merged, surviving);
      merge(jdbc, apart, surviving);
      jdbc.sql("update merge set undone_at = now(), undone_by = 'rosa' where merged = ?")
          .param(apart)
          .update();
    }

    migrate("latest");

    try (var connection = connection("relay", database.passwords().relay())) {
      assertThat(
              JdbcClient.create(connection)
                  .sql(
                      """
                      select concat_ws(' ', type, aggregate_id, aggregate_version, agency, data->>'clientId',
                        data->>'mergedInto')
                      from outbox where aggregate_id in (?, ?, ?)
                      """)
                  .params(merged.toString(), apart.toString(), surviving.toString())
                  .query(String.class)
                  .list())
          .containsExactly(
              "org.handrail.client.merged.v1 %1$s 2 riverbend %1$s %2$s"
                  .formatted(merged, surviving));
    }
  }

  private SingleConnectionDataSource connection(String role, String password) {
    return new SingleConnectionDataSource(database.url(), "told_again_" + role, password, true);
  }

  private void migrate(String to) {
    Flyway.configure()
        .dataSource(database.url(), "told_again_owner", database.passwords().owner())
        .locations("classpath:db/platform", "classpath:db/migration")
        .placeholders(
            Map.of(
                "owner", "told_again_owner", "app", "told_again_app", "relay", "told_again_relay"))
        .target(MigrationVersion.fromVersion(to))
        .load()
        .migrate();
  }

  private static UUID client(JdbcClient jdbc) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into client (agency, id, status, name_to_use, languages, contact, registered_at, registered_by, version)
            values ('riverbend', ?, 'registered', 'Jo', '{en}', '{}', now(), 'maya', 1)
            """)
        .param(id)
        .update();
    return id;
  }

  private static void merge(JdbcClient jdbc, UUID merged, UUID surviving) {
    jdbc.sql(
            """
            insert into merge (agency, id, merged, surviving, merged_at, merged_by)
            values ('riverbend', gen_random_uuid(), ?, ?, now(), 'rosa')
            """)
        .params(merged, surviving)
        .update();
  }
}
