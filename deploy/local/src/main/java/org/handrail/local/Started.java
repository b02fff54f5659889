package org.handrail.local;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parts that one command started, so that it can stop those and nothing else. */
final class Started {

  private final Pids pids;
  private final Set<String> parts = new HashSet<>();
  private boolean closed;

  Started(Pids pids) {
    this.pids = pids;
  }

  synchronized void add(Part part) {
    if (closed) {
      throw new Trouble("stopped before %s was started".formatted(part.name()));
    }
    pids.keep(part.name(), part.start().get());
    parts.add(part.name());
  }

  /** From now on nothing more is started. */
  synchronized List<String> close() {
    closed = true;
    return new ArrayList<>(parts);
  }

  synchronized boolean has(String part) {
    return parts.contains(part);
  }
}
