package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A server that nobody keeps: it ends with this virtual machine, and its directory goes with it.
 */
record Temporary(ServerProcess process, Lifeline lifeline, Path home, String stopSignal)
    implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  static Path directory(String of) {
    try {
      return Files.createTempDirectory("handrail-" + of + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Started, given where to log, and ready. */
  static Temporary started(
      String name,
      Path home,
      String stopSignal,
      Function<Path, ServerProcess> start,
      BooleanSupplier isReady) {
    var log = home.resolve("log");
    var process = start.apply(log);
    var temporary = new Temporary(process, Lifeline.to(process), home, stopSignal);
    var answered = Waiting.reached(() -> !process.isAlive() || isReady.getAsBoolean(), PATIENCE);
    if (answered && process.isAlive()) {
      return temporary;
    }
    var lastWords = Logs.last(log);
    temporary.close();
    throw new IllegalStateException(name + " did not start: " + lastWords);
  }

  @Override
  public void close() {
    process.stop(stopSignal, STOP_PATIENCE);
    lifeline.close();
    ServerFiles.delete(home);
  }
}
