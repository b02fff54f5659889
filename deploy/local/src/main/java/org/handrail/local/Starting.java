package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Brings parts up side by side, each as soon as what it needs is ready. Parts that are alive and
 * ready are left alone.
 */
final class Starting {

  private static final Duration LETTING_GO = Duration.ofSeconds(5);

  private final AtomicLong latestReady = new AtomicLong(System.nanoTime());
  private final Pids pids;
  private final Started started;
  private final Progress progress;
  private final Duration patience;

  Starting(Pids pids, Started started, Progress progress) {
    this(pids, started, progress, Part.PATIENCE);
  }

  /**
   * @param patience for a part that is not ready while nothing else comes up
   */
  Starting(Pids pids, Started started, Progress progress, Duration patience) {
    this.patience = patience;
    this.pids = pids;
    this.started = started;
    this.progress = progress;
  }

  /**
   * Returns when all are ready; when one cannot be, says which and starts no more. What a part
   * needs stands before it.
   */
  void bringUp(List<Part> parts) {
    parts.stream()
        .filter(part -> pids.find(part.name()).isEmpty())
        .forEach(Starting::refuseTakenPorts);
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    try {
      var ups = new ExecutorCompletionService<Void>(executor);
      var byName = new HashMap<String, Future<Void>>();
      for (var part : parts) {
        var needed = part.needs().stream().map(byName::get).filter(Objects::nonNull).toList();
        byName.put(part.name(), ups.submit(() -> bringUp(part, needed)));
      }
      for (int i = 0; i < parts.size(); i++) {
        ups.take().get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    } finally {
      // Not awaited: whoever still waits for something is told to give up.
      executor.shutdownNow();
    }
  }

  private static void refuseTakenPorts(Part part) {
    takenPort(part)
        .ifPresent(
            trouble -> {
              throw trouble;
            });
  }

  private static Optional<Trouble> takenPort(Part part) {
    // The last threads of a process that was killed let go of its ports when it counts as ended.
    return part.ports().stream()
        .filter(port -> !Waiting.reached(() -> Ports.isFree(port), LETTING_GO))
        .findFirst()
        .map(
            port ->
                new Trouble(
                    "port %d, which %s wants, is taken: end what listens there, or choose other ports with HANDRAIL_PORT"
                        .formatted(port, part.name())));
  }

  /** Somebody may have taken a port after it was looked at: what a server says of that is long. */
  private static Trouble ended(Part part) {
    return takenPort(part).orElseGet(() -> Trouble.dead(part.name(), part.log()));
  }

  private @Nullable Void bringUp(Part part, List<Future<Void>> needed)
      throws ExecutionException, InterruptedException {
    for (var each : needed) {
      each.get();
    }
    bringUp(part);
    return null;
  }

  private void bringUp(Part part) {
    var began = System.nanoTime();
    var running = pids.find(part.name());
    var kept = running.isPresent() && !isOutdated(part, running.get());
    if (!kept) {
      running.ifPresent(old -> old.stop(part.stopSignal(), Part.STOP_PATIENCE));
      started.add(part);
    }
    awaitReady(part);
    part.settle().run();
    latestReady.set(System.nanoTime());
    progress.tell(
        part.name(),
        kept ? "runs" : running.isPresent() ? "restarted" : "ready",
        Duration.ofNanos(System.nanoTime() - began),
        "127.0.0.1:" + part.ports().getFirst());
  }

  /** By the time at which the file came here: reproducible builds set the time that it tells. */
  private static boolean isOutdated(Part part, ServerProcess process) {
    try {
      return part.program() != null
          && Files.exists(part.program())
          && Files.getAttribute(part.program(), "unix:ctime") instanceof FileTime changed
          && changed.toInstant().isAfter(process.startedAt());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady(Part part) {
    var process = pids.find(part.name()).orElseThrow(() -> ended(part));
    var since = System.nanoTime();
    while (!Waiting.reached(() -> !process.isAlive() || part.isReady().getAsBoolean(), patience)) {
      // Where others came up meanwhile, the machine is slow, or this one waited for them.
      if (latestReady.get() - since < 0) {
        throw new Trouble(
            "%s is not ready, and nothing else came up for %d s; see %s"
                .formatted(part.name(), patience.toSeconds(), part.log()));
      }
      since = System.nanoTime();
    }
    if (!process.isAlive()) {
      throw ended(part);
    }
  }
}
