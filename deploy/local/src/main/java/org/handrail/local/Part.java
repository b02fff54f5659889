package org.handrail.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that runs.
 *
 * @param needs the parts that must be ready before it starts
 * @param worksWith the parts that it is of no use without, though it may start before them
 * @param ports what it listens on; the first is the one to tell people
 * @param layer it stops when everything in higher layers has stopped
 * @param stopSignal what asks it to end without losing anything
 * @param settle what is to be done to it once it answers, before anybody may use it
 * @param program our own program that it runs; a process older than that is started again
 */
record Part(
    String name,
    int layer,
    Set<String> needs,
    Set<String> worksWith,
    List<Integer> ports,
    String stopSignal,
    Supplier<ServerProcess> start,
    BooleanSupplier isReady,
    Runnable settle,
    Path log,
    @Nullable Path program) {

  static final Duration PATIENCE = Duration.ofMinutes(5);
  static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  /** Those of {@code all} that are wanted, with all that they need and work with. */
  static List<Part> withTheirs(List<Part> all, Set<String> wanted) {
    var chosen = all.stream().filter(part -> wanted.contains(part.name())).toList();
    var more = new HashSet<>(wanted);
    for (var part : chosen) {
      more.addAll(part.needs());
      more.addAll(part.worksWith());
    }
    return more.equals(wanted) ? chosen : withTheirs(all, more);
  }
}
