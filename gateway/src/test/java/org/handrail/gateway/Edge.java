package org.handrail.gateway;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.handrail.platform.fixtures.PostgresFixture;
import org.handrail.platform.fixtures.PostgresFixture.ServiceDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway as it runs: on a free port, with a real PostgreSQL, before a realm and a service. */
final class Edge implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final int port;

  private Edge(ConfigurableApplicationContext context) {
    this.context = context;
    port = port("local.server.port");
  }

  private int port(String property) {
    return context.getEnvironment().getRequiredProperty(property, Integer.class);
  }

  static Edge before(Realm realm, Service service, String... more) {
    return on(PostgresFixture.database("gateway"), realm, service, more);
  }

  /** With its sessions in that database. */
  static Edge on(ServiceDatabase database, Realm realm, Service service, String... more) {
    return started(
        new SpringApplication(GatewayApplication.class), settings(database, realm, service, more));
  }

  /**
   * The log is the process's and not one gateway's, and every start sets it up anew: of two at once
   * one now and then found it changing and did not start.
   */
  private static synchronized Edge started(SpringApplication application, String... settings) {
    return new Edge(application.run(settings));
  }

  /** Somebody is told the port of requests in the moment in which it is open, and is waited for. */
  static Edge watched(Realm realm, Service service, IntConsumer opened) {
    var application = new SpringApplication(GatewayApplication.class);
    application.addListeners(
        (ApplicationListener<WebServerInitializedEvent>)
            open -> {
              if (!WebServerApplicationContext.hasServerNamespace(
                  open.getApplicationContext(), "management")) {
                opened.accept(open.getWebServer().getPort());
              }
            });
    return started(application, settings(PostgresFixture.database("gateway"), realm, service));
  }

  private static String[] settings(
      ServiceDatabase database, Realm realm, Service service, String... more) {
    var settings = new ArrayList<>(List.of(realm.properties()));
    settings.addAll(
        List.of(
            "--server.port=0",
            "--management.server.port=0",
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.password=" + database.passwords().app(),
            "--spring.flyway.url=" + database.url(),
            "--spring.flyway.password=" + database.passwords().owner(),
            "--spring.main.register-shutdown-hook=false",
            "--handrail.upstream.time-limit=3s"));
    for (var name : List.of("client", "plan", "referral", "notification", "analytics")) {
      settings.add("--handrail.upstream." + name + "=" + service.url() + "/" + name);
    }
    settings.addAll(List.of(more));
    return settings.toArray(new String[0]);
  }

  URI at(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** On the port for operators. */
  URI behind(String path) {
    return URI.create("http://localhost:" + port("local.management.port") + path);
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    context.close();
  }
}
