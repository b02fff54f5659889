package org.handrail.local;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "up",
    description = {
      "Starts a second coalition beside yours, from nothing and then again with its data:",
      "seconds per part and in all, and the resident memory of everything."
    },
    mixinStandardHelpOptions = true)
final class BenchUp implements Runnable {

  /** Far enough from a coalition that somebody uses. */
  private static final int PORT_DISTANCE = 1_000;

  @Parameters(paramLabel = "PART", description = "Only these parts, and what they need.")
  private List<String> parts = List.of();

  private final Terminal terminal;

  BenchUp(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    var mine = Handrail.installation();
    var at =
        new Installation(
            mine.repository(),
            mine.repository().resolve(".handrail-bench"),
            mine.firstPort() + PORT_DISTANCE);
    var coalition = new Coalition(at);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> coalition.stopStarted(Progress.silent())));
    coalition.forget();
    measure("cold", coalition);
    figure("bench.up.rss", coalition.memory(), "MiB");
    coalition.down(Progress.silent());
    measure("warm", coalition);
    coalition.forget();
  }

  private void measure(String start, Coalition coalition) {
    var began = System.nanoTime();
    coalition.up(
        parts,
        (part, what, took, detail) ->
            seconds("bench.up.%s.%s".formatted(start, nameOf(part, what)), took));
    seconds("bench.up." + start, Duration.ofNanos(System.nanoTime() - began));
  }

  /** What is done to a part before it starts has a figure of its own. */
  private static String nameOf(String part, String what) {
    return what.equals("ready") ? part : part + "." + what;
  }

  private void seconds(String name, Duration took) {
    figure(name, "%.1f".formatted(took.toMillis() / 1000.0), "s");
  }

  private void figure(String name, Object value, String unit) {
    terminal.out().println(name + " " + value + " " + unit);
  }
}
