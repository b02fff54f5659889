package org.handrail.local;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "up",
    description = "Builds what is missing, starts what is not running, and shows where it is.",
    footer = {
      "Ctrl-C stops what this command started, and nothing else.",
      "",
      "HANDRAIL_PORT  The first of its 16 ports, 8080 if not said. Better below",
      "               32768: Linux gives those above to outgoing connections.",
      "HANDRAIL_HOME  Where its data lie, .handrail if not said."
    },
    mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

  @Option(names = "--fresh", description = "Forget all data first, of all parts.")
  private boolean fresh;

  @Option(names = "--detach", description = "Return when all is ready and leave it running.")
  private boolean detach;

  @Parameters(paramLabel = "PART", description = "Only these parts, and what they need.")
  private List<String> parts = List.of();

  private final Terminal terminal;

  Up(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (fresh && !parts.isEmpty()) {
      throw new Trouble("--fresh forgets the data of all parts; leave out " + parts.getFirst());
    }
    var at = Handrail.installation();
    var coalition = new Coalition(at);
    var out = terminal.out();
    var progress = Progress.to(out);
    var whenInterrupted = new Thread(() -> coalition.stopStarted(progress));
    Runtime.getRuntime().addShutdownHook(whenInterrupted);
    coalition.requireKnown(parts);
    OutgoingPorts.ofThisMachine()
        .warning(at)
        .ifPresent(warning -> terminal.err().println("handrail: " + warning));
    if (fresh) {
      coalition.forget();
    }
    coalition.up(parts, progress);
    if (parts.isEmpty()) {
      new Demonstration(at).bringInOnce();
    }
    new Welcome(at).to(out);
    if (detach) {
      Runtime.getRuntime().removeShutdownHook(whenInterrupted);
      return 0;
    }
    return watch(coalition);
  }

  /** Until somebody takes it down; says so when a part ends by itself. */
  private int watch(Coalition coalition) throws InterruptedException {
    var told = new HashSet<String>();
    while (!coalition.isDown()) {
      for (var part : coalition.endedByThemselves()) {
        if (told.add(part.name())) {
          var trouble = Trouble.dead(part.name(), part.log());
          terminal.err().println("handrail: " + trouble.getMessage());
        }
      }
      Thread.sleep(Duration.ofSeconds(1));
    }
    return 0;
  }
}
