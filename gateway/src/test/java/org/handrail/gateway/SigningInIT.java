package org.handrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningInIT {

  private static Realm realm;
  private static Service service;
  private static Edge edge;

  @BeforeAll
  static void start() {
    realm = new Realm();
    service = new Service();
    edge = Edge.before(realm, service);
  }

  @AfterAll
  static void stop() {
    edge.close();
    service.close();
    realm.close();
  }

  @BeforeEach
  void asNew() {
    service.reset();
    realm.issueFor(Duration.ofMinutes(5));
  }

  @Test
  void signsInAndSaysWhoIsThere() {
    var maya = new Browser(edge).signIn("maya");

    var me = maya.get("/api/me");

    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(me.body())
        .contains("\"agency\":\"riverbend\"", "\"peer_specialist\"", Realm.subject("maya"));
  }
}
