package org.handrail.local;

import static org.handrail.local.Installation.Port.KAFKA;
import static org.handrail.local.Installation.Port.MAIL;
import static org.handrail.local.Installation.Port.POSTGRES;

import java.io.PrintWriter;

/** Where everything is, and who can sign in. */
final class Welcome {

  private final Installation at;

  Welcome(Installation at) {
    this.at = at;
  }

  void to(PrintWriter out) {
    out.println();
    out.println("  Handrail       " + at.webUrl());
    out.println("  API docs       " + at.webUrl() + "/docs");
    out.println(
        "  Keycloak       " + at.authUrl() + "  (admin; keycloak.admin among the passwords)");
    out.println("  Mail           " + at.url(MAIL) + "/api/user");
    out.println(
        "  PostgreSQL     127.0.0.1:"
            + at.port(POSTGRES)
            + "  (postgres; postgres.admin among them)");
    out.println("  Kafka          127.0.0.1:" + at.port(KAFKA));
    out.println("  Passwords      " + at.data(FirstState.SECRETS));
    out.println("  Logs           " + at.home().resolve("log"));
    out.println();
    out.println("  Demonstration accounts, password " + DemoAccounts.PASSWORD);
    for (var account : DemoAccounts.in(at.realms())) {
      out.printf("    %-28s %s%n", account.email(), String.join(", ", account.roles()));
    }
    out.flush();
  }
}
