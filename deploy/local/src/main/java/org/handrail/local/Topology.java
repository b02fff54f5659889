package org.handrail.local;

import static org.handrail.local.Installation.Port.ANALYTICS_SERVICE;
import static org.handrail.local.Installation.Port.CLIENT_SERVICE;
import static org.handrail.local.Installation.Port.GATEWAY;
import static org.handrail.local.Installation.Port.GATEWAY_METRICS;
import static org.handrail.local.Installation.Port.KAFKA;
import static org.handrail.local.Installation.Port.KAFKA_CONTROLLER;
import static org.handrail.local.Installation.Port.KAFKA_INTERNAL;
import static org.handrail.local.Installation.Port.KEYCLOAK;
import static org.handrail.local.Installation.Port.KEYCLOAK_MANAGEMENT;
import static org.handrail.local.Installation.Port.MAIL;
import static org.handrail.local.Installation.Port.NOTIFICATION_SERVICE;
import static org.handrail.local.Installation.Port.PLAN_SERVICE;
import static org.handrail.local.Installation.Port.POSTGRES;
import static org.handrail.local.Installation.Port.REFERRAL_SERVICE;
import static org.handrail.local.Installation.Port.SMTP;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The whole coalition in one place: every part, what it waits for, where it listens, what it is
 * told.
 */
final class Topology {

  private static final List<String> DATABASES =
      List.of("client", "plan", "referral", "notification", "analytics", "gateway", "keycloak");

  private final Installation at;
  private final Secrets secrets;

  Topology(Installation at, Secrets secrets) {
    this.at = at;
    this.secrets = secrets;
  }

  /** In the order in which they are shown; each starts as soon as what it needs is ready. */
  List<Part> parts() {
    return List.of(
        postgres(),
        mail(),
        keycloak(),
        kafka(),
        service(CLIENT_SERVICE, "client", Set.of(), Map.of()),
        service(
            PLAN_SERVICE,
            "plan",
            Set.of("client-service"),
            Map.of("HANDRAIL_CLIENT_SERVICE_URL", at.url(CLIENT_SERVICE))),
        service(
            REFERRAL_SERVICE,
            "referral",
            Set.of("client-service"),
            Map.of(
                "HANDRAIL_CLIENT_SERVICE_URL",
                at.url(CLIENT_SERVICE),
                "HANDRAIL_PUBLIC_URL",
                at.webUrl())),
        service(
            NOTIFICATION_SERVICE,
            "notification",
            Set.of("mail"),
            Map.of("HANDRAIL_MAIL_HOST", "127.0.0.1", "HANDRAIL_MAIL_PORT", "" + at.port(SMTP))),
        service(ANALYTICS_SERVICE, "analytics", Set.of(), Map.of()),
        gateway());
  }

  private Part postgres() {
    var admin = secrets.of("postgres.admin");
    var url = PostgresServer.jdbcUrl(at.port(POSTGRES), "postgres");
    return new Part(
        "postgres",
        0,
        Set.of(),
        Set.of(),
        List.of(at.port(POSTGRES)),
        // Any other signal waits for whoever is connected.
        "INT",
        () ->
            PostgresServer.start(
                at.data("postgres"), at.port(POSTGRES), admin, at.log("postgres"), List.of()),
        () -> Databases.answers(url, PostgresServer.ADMIN, admin),
        () ->
            DATABASES.forEach(
                name ->
                    Databases.at(url, PostgresServer.ADMIN, admin)
                        .create(name, secrets.database(name))),
        at.log("postgres"),
        null);
  }

  private Part mail() {
    return new Part(
        "mail",
        0,
        Set.of(),
        Set.of(),
        List.of(at.port(MAIL), at.port(SMTP)),
        "TERM",
        () -> MailCatcher.start(at),
        () -> Http.isOk(at.url(MAIL) + "/api/service/readiness") && Ports.answers(at.port(SMTP)),
        () -> {},
        at.log("mail"),
        null);
  }

  private Part keycloak() {
    var server = new KeycloakServer(at, secrets);
    return new Part(
        "keycloak",
        1,
        Set.of("postgres"),
        Set.of(),
        List.of(at.port(KEYCLOAK), at.port(KEYCLOAK_MANAGEMENT)),
        "TERM",
        () -> server.start(at.log("keycloak"), false),
        server::isReady,
        () -> {},
        at.log("keycloak"),
        null);
  }

  private Part kafka() {
    var insiders =
        new KafkaSettings.Insiders(secrets.of("kafka.broker"), secrets.of("kafka.admin"));
    var site = KafkaSettings.Site.local(at);
    var admin = KafkaSettings.admin(at, insiders);
    return new Part(
        "kafka",
        2,
        // It asks Keycloak for its keys when it starts, and ends where nobody answers.
        Set.of("keycloak"),
        Set.of(),
        List.of(at.port(KAFKA), at.port(KAFKA_INTERNAL), at.port(KAFKA_CONTROLLER)),
        "TERM",
        () ->
            KafkaBroker.start(
                at.data("kafka"),
                KafkaSettings.secured(at, site, insiders),
                Map.of(KafkaSettings.ALLOWED_URLS, site.jwks()),
                at.log("kafka")),
        () -> Ports.answers(at.port(KAFKA)) && Ports.answers(at.port(KAFKA_INTERNAL)),
        () -> {
          KafkaBroker.createTopics(admin);
          KafkaAccess.apply(admin);
        },
        at.log("kafka"),
        null);
  }

  private Part service(
      Installation.Port port, String database, Set<String> worksWith, Map<String, String> more) {
    var company = new HashSet<>(worksWith);
    company.addAll(Set.of("keycloak", "kafka"));
    return application(
        database + "-service",
        3,
        List.of(port),
        company,
        environment(port, database, ofService(database, more)));
  }

  private Map<String, String> ofService(String database, Map<String, String> more) {
    var environment = new HashMap<>(more);
    environment.put("HANDRAIL_CLIENT_SECRET", secrets.client(database + "-service"));
    environment.put("HANDRAIL_KAFKA", "127.0.0.1:" + at.port(KAFKA));
    return environment;
  }

  /** What client-service finds in its environment, for a command of it beside the service. */
  Map<String, String> clientService() {
    return environment(CLIENT_SERVICE, "client", ofService("client", Map.of()));
  }

  private Part gateway() {
    return application(
        "gateway",
        4,
        List.of(GATEWAY, GATEWAY_METRICS),
        Set.of("keycloak"),
        environment(
            GATEWAY,
            "gateway",
            Map.of(
                "HANDRAIL_METRICS_PORT", Integer.toString(at.port(GATEWAY_METRICS)),
                "HANDRAIL_CLIENT_SECRET", secrets.client("handrail-web"),
                "HANDRAIL_CLIENT_URL", at.url(CLIENT_SERVICE),
                "HANDRAIL_PLAN_URL", at.url(PLAN_SERVICE),
                "HANDRAIL_REFERRAL_URL", at.url(REFERRAL_SERVICE),
                "HANDRAIL_NOTIFICATION_URL", at.url(NOTIFICATION_SERVICE),
                "HANDRAIL_ANALYTICS_URL", at.url(ANALYTICS_SERVICE))));
  }

  private Map<String, String> environment(
      Installation.Port port, String database, Map<String, String> more) {
    var environment = new HashMap<>(more);
    var passwords = secrets.database(database);
    environment.put("HANDRAIL_HTTP_PORT", Integer.toString(at.port(port)));
    environment.put("HANDRAIL_ISSUER", at.issuer());
    environment.put("HANDRAIL_JWKS", at.jwks());
    environment.put("HANDRAIL_TOKEN_URL", at.tokenUrl());
    environment.put("HANDRAIL_DB_URL", PostgresServer.jdbcUrl(at.port(POSTGRES), database));
    environment.put("HANDRAIL_DB_OWNER_PASSWORD", passwords.owner());
    environment.put("HANDRAIL_DB_APP_PASSWORD", passwords.app());
    environment.put("HANDRAIL_DB_RELAY_PASSWORD", passwords.relay());
    environment.put("HANDRAIL_HTTP_ADDRESS", "127.0.0.1");
    return environment;
  }

  /**
   * @param ports the last one says whether it is ready
   */
  private Part application(
      String module,
      int layer,
      List<Installation.Port> ports,
      Set<String> worksWith,
      Map<String, String> environment) {
    return new Part(
        module,
        layer,
        Set.of("postgres"),
        worksWith,
        ports.stream().map(at::port).toList(),
        "TERM",
        () -> new Service(at, module).start(environment),
        () -> Http.isOk(at.url(ports.getLast()) + "/actuator/health/readiness"),
        () -> {},
        at.log(module),
        at.jar(module));
  }
}
