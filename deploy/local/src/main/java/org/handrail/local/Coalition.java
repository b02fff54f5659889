package org.handrail.local;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All parts of one installation, or some: brings them up, takes them down, tells how they are. */
final class Coalition {

  private static final List<String> DATA =
      List.of(
          "postgres",
          "postgres-draft",
          "kafka",
          "keycloak",
          FirstState.SECRETS,
          FirstState.TEMPORARY,
          "realms",
          "demonstration");

  private final Installation at;
  private final Pids pids;
  private final Started started;
  private volatile @Nullable Turn mine;
  private volatile Runnable whenStopped = () -> {};

  Coalition(Installation at) {
    this.at = at;
    this.pids = new Pids(at);
    this.started = new Started(pids);
  }

  /** Brings up those parts and whatever they need; none named means all. */
  void up(Collection<String> wanted, Progress progress) {
    try (var turn = Turn.take(at)) {
      mine = turn;
      refuseOtherPorts();
      // Before the first part starts: whoever asks meanwhile finds it. Where it cannot start, the
      // port that its data were last started with is theirs again.
      var before = Home.port(at.home());
      whenStopped = () -> Home.keepPort(at.home(), before);
      Home.keepPort(at);
      layFirstState(progress);
      new Starting(pids, started, progress).bringUp(needed(wanted));
      whenStopped = () -> {};
    } catch (RuntimeException e) {
      stopStarted(Progress.silent());
      throw e;
    }
  }

  private void refuseOtherPorts() {
    var kept = Home.port(at.home()).orElse(Integer.toString(at.firstPort()));
    if (!kept.equals(Integer.toString(at.firstPort())) && !processes().isEmpty()) {
      throw new Trouble(
          "it runs already, with ports from %s; ./handrail down first, or leave HANDRAIL_PORT out"
              .formatted(kept));
    }
  }

  private void layFirstState(Progress progress) {
    var began = System.nanoTime();
    var first = new FirstState(at);
    if (first.lay()) {
      progress.tell("keycloak", "prepared", since(began), "once for these realm files, then kept");
    }
    if (first.isOutdated()) {
      progress.tell(
          "keycloak",
          "outdated",
          since(began),
          "made from other realm files or for other ports: up --fresh");
    }
  }

  /** Refuses names that no part has, before anything is done. */
  void requireKnown(Collection<String> wanted) {
    var known = parts().stream().map(Part::name).toList();
    wanted.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new Trouble(
                  "no part is called %s; there are: %s".formatted(name, String.join(", ", known)));
            });
  }

  private List<Part> needed(Collection<String> wanted) {
    requireKnown(wanted);
    var all = parts(FirstState.secrets(at));
    return wanted.isEmpty() ? all : Part.withTheirs(all, Set.copyOf(wanted));
  }

  /** Stops what runs, whoever started it. */
  void down(Progress progress) {
    try (var _ = Turn.take(at)) {
      stop(parts(), progress);
    }
  }

  /** Stops what {@link #up} started here, and starts no more. */
  void stopStarted(Progress progress) {
    started.close();
    stop(parts().stream().filter(part -> started.has(part.name())).toList(), progress);
    whenStopped.run();
    // Whoever was interrupted while starting ends before giving it back.
    var turn = mine;
    if (turn != null) {
      turn.close();
    }
  }

  /** Stops everything and forgets everything. */
  void forget() {
    try (var _ = Turn.take(at)) {
      stop(parts(), Progress.silent());
      DATA.forEach(name -> ServerFiles.delete(at.data(name)));
    }
  }

  private void stop(Collection<Part> parts, Progress progress) {
    var layers = new TreeMap<>(parts.stream().collect(Collectors.groupingBy(Part::layer)));
    for (var layer : layers.descendingMap().values()) {
      try (var sideBySide = Executors.newVirtualThreadPerTaskExecutor()) {
        layer.forEach(part -> sideBySide.execute(() -> stop(part, progress)));
      }
    }
  }

  private void stop(Part part, Progress progress) {
    var began = System.nanoTime();
    pids.find(part.name())
        .ifPresent(
            process -> {
              process.stop(part.stopSignal(), Part.STOP_PATIENCE);
              progress.tell(part.name(), "stopped", since(began), "");
            });
    pids.forget(part.name());
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** How one part is; {@code process} is missing where it does not run. */
  record Condition(Part part, @Nullable ServerProcess process, boolean ready) {}

  List<Condition> conditions() {
    return parts().stream().map(this::condition).toList();
  }

  /** Mebibytes of everything that runs. */
  long memory() {
    return processes().values().stream().mapToLong(Memory::mebibytes).sum();
  }

  /** Of every part that runs. */
  Map<String, ServerProcess> processes() {
    var processes = new HashMap<String, ServerProcess>();
    for (var part : parts()) {
      pids.find(part.name()).ifPresent(process -> processes.put(part.name(), process));
    }
    return processes;
  }

  /** Of that part, which must be running. */
  ServerProcess process(String part) {
    return pids.find(part).orElseThrow(() -> new IllegalStateException(part + " does not run"));
  }

  private Condition condition(Part part) {
    var process = pids.find(part.name()).orElse(null);
    return new Condition(part, process, process != null && part.isReady().getAsBoolean());
  }

  /** Of those that were started here, the parts that have ended although nobody stopped them. */
  List<Part> endedByThemselves() {
    return parts().stream()
        .filter(part -> started.has(part.name()))
        .filter(part -> pids.find(part.name()).isEmpty())
        .toList();
  }

  /** Whether somebody has taken down all that was started here. */
  boolean isDown() {
    return parts().stream().noneMatch(part -> started.has(part.name()));
  }

  private List<Part> parts() {
    return parts(Secrets.unsaved(at.data(FirstState.SECRETS)));
  }

  private List<Part> parts(Secrets secrets) {
    return new Topology(at, secrets).parts();
  }
}
