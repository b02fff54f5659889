package org.handrail.local;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The processes that one command started, so that it can stop those and nothing else. */
final class Started {

  private final Pids pids;
  private final Map<String, ServerProcess> processes = new HashMap<>();
  private boolean closed;

  Started(Pids pids) {
    this.pids = pids;
  }

  synchronized void add(Part part) {
    if (closed) {
      throw new Trouble("stopped before %s was started".formatted(part.name()));
    }
    // On a thread that nobody interrupts: a process that nobody wrote down is ended by nobody.
    try {
      CompletableFuture.runAsync(() -> start(part), Thread::startVirtualThread).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void start(Part part) {
    var process = part.start().get();
    processes.put(part.name(), process);
    pids.keep(part.name(), process);
  }

  /** From now on nothing more is started. */
  synchronized void close() {
    closed = true;
  }

  /** Whether it was started here, and nobody started it again since. */
  synchronized boolean has(String part) {
    var process = processes.get(part);
    return process != null && pids.isOf(part, process);
  }
}
