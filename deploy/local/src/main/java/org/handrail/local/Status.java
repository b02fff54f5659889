package org.handrail.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "status",
    description = "Shows each part; ends with 1 unless all are ready.",
    mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {

  private final Terminal terminal;

  Status(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var conditions = new Coalition(Handrail.installation()).conditions();
    for (var each : conditions) {
      var process = each.process();
      var state = process == null ? "down" : each.ready() ? "ready" : "not ready";
      var detail =
          process == null
              ? ""
              : "process %d, %d MiB".formatted(process.pid(), Memory.mebibytes(process));
      terminal
          .out()
          .printf(
              "  %-22s %-9s  127.0.0.1:%-6d %s%n",
              each.part().name(), state, each.part().ports().getFirst(), detail);
    }
    return conditions.stream().allMatch(Coalition.Condition::ready) ? 0 : 1;
  }
}
