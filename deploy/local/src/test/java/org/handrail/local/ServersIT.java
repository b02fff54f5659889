package org.handrail.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@DisabledIfSystemProperty(
    named = "backing",
    matches = "containers",
    disabledReason = "about servers that are processes of this machine")
class ServersIT {

  @Test
  void postgresHasARolePerUseAndAsksForPasswords() throws Exception {
    try (var postgres = PostgresServer.temporary()) {
      var passwords = Databases.Passwords.random();
      Databases.of(postgres).create("client", passwords);
      Databases.of(postgres).create("client", passwords);

      try (var owner =
              DriverManager.getConnection(
                  postgres.jdbcUrl("client"), "client_owner", passwords.owner());
          var app =
              DriverManager.getConnection(
                  postgres.jdbcUrl("client"), "client_app", passwords.app())) {
        owner.createStatement().execute("create table mine ()");
        assertThat(app.isValid(1)).isTrue();
      }
      assertThat(Databases.answers(postgres.jdbcUrl("client"), "client_app", "guessed")).isFalse();
    }
  }

  @Test
  void brokerHasTheTopics() throws Exception {
    try (var kafka = KafkaBroker.temporary();
        var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      assertThat(admin.listTopics().names().get())
          .containsAll(Topics.INTERNAL)
          .containsAll(Topics.ANALYTICS);
    }
  }
}
