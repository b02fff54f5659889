package org.handrail.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "token",
    description =
        "Signs a demonstration account in as a browser would, and prints its access token.",
    mixinStandardHelpOptions = true)
final class Token implements Callable<Integer> {

  @Parameters(paramLabel = "USER", description = "maya, or maya@riverbend.example")
  private String user = "";

  private final Terminal terminal;

  Token(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var at = Handrail.installation();
    if (!Ports.answers(at.port(Installation.Port.KEYCLOAK))) {
      throw new Trouble("keycloak does not run; start it with ./handrail up");
    }
    var account = DemoAccounts.named(user, at.realms());
    var token = BrowserSignIn.accessToken(at.issuer(), account.email(), DemoAccounts.PASSWORD);
    terminal.out().println(token);
    return 0;
  }
}
