package org.handrail.local;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "verify-ledger",
    description =
        "Proves every chain of the ledger of disclosures against its anchors on Kafka; ends with 1"
            + " when one is not whole.",
    mixinStandardHelpOptions = true)
final class VerifyLedger implements Callable<Integer> {

  @Override
  public Integer call() {
    var at = Handrail.installation();
    for (var port :
        List.of(Installation.Port.POSTGRES, Installation.Port.KEYCLOAK, Installation.Port.KAFKA)) {
      if (!Ports.answers(at.port(port))) {
        throw new Trouble("the coalition does not run; start it with ./handrail up");
      }
    }
    return new Service(at, "client-service")
        .run(
            new Topology(at, Secrets.unsaved(at.data(FirstState.SECRETS))).clientService(),
            "--handrail.verify-ledger=true",
            "--server.port=0",
            "--logging.level.root=error");
  }
}
