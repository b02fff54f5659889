package org.handrail.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration accounts, read from the realm files that make them. */
final class DemoAccounts {

  /** Of every account, on a local machine only. */
  static final String PASSWORD = "handrail-demo";

  private static final JsonMapper JSON = new JsonMapper();

  private DemoAccounts() {}

  /** Somebody who can sign in, and the roles that their agency gave them. */
  record Account(String email, String name, List<String> roles) {}

  static List<Account> in(Path realms) {
    var accounts = new ArrayList<Account>();
    for (var realm : List.of("riverbend-idp", "harborlight-idp", "handrail")) {
      for (var user : JSON.readTree(realms.resolve(realm + "-realm.json")).path("users")) {
        // Whoever has a password here signs in here; the others sign in with their own agency.
        if (user.has("email") && user.has("credentials")) {
          accounts.add(account(user));
        }
      }
    }
    return accounts;
  }

  private static Account account(JsonNode user) {
    var roles =
        Stream.concat(user.path("realmRoles").valueStream(), user.path("groups").valueStream())
            .map(role -> role.asString().replace("/", ""))
            .toList();
    var name = user.path("firstName").asString() + " " + user.path("lastName").asString();
    return new Account(user.path("email").asString(), name, roles);
  }

  /** The account with that e-mail, or whose e-mail starts with that name. */
  static Account named(String who, Path realms) {
    return in(realms).stream()
        .filter(account -> account.email().equals(who) || account.email().startsWith(who + "@"))
        .findAny()
        .orElseThrow(
            () ->
                new Trouble(
                    "no demonstration account is called %s; there are: %s"
                        .formatted(
                            who,
                            String.join(", ", in(realms).stream().map(Account::email).toList()))));
  }
}
