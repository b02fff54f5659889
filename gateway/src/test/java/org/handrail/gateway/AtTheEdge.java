package org.handrail.gateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A realm, one service that plays them all, and the gateway before them, for one test class. */
abstract class AtTheEdge {

  static Realm realm;
  static Service service;
  static Edge edge;

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
  }
}
