package org.handrail.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handrail.local.Installation.Port.GATEWAY;
import static org.handrail.local.Installation.Port.KEYCLOAK;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long is waited for a part: real processes that do nothing, ready when the test says so. */
class StartingTest {
  private static final Duration PATIENCE = Duration.ofMillis(600);

  @TempDir private Path directory;
  private final Installation at = TestInstallation.free();
  private final Pids pids = new Pids(at);
  private final Started started = new Started(pids);
  private final Starting starting = new Starting(pids, started, Progress.silent(), PATIENCE);
  private final long began = System.nanoTime();

  @AfterEach
  void stop() {
    for (var name : List.of("realm", "service")) {
      pids.find(name).ifPresent(process -> process.stop("TERM", Duration.ofSeconds(5)));
    }
  }

  @Test
  void whatWaitsForAnotherIsWaitedForAfterThatIsThere() {
    var realmIsThere = new AtomicBoolean();
    starting.bringUp(
        List.of(
            part("realm", KEYCLOAK, after(0.7), () -> realmIsThere.set(true)),
            part(
                "service",
                GATEWAY,
                () -> realmIsThere.get() && after(1.4).getAsBoolean(),
                () -> {})));
    assertThat(pids.find("service")).isPresent();
  }

  @Test
  void whatNeverComesUpIsNamed() {
    assertThatThrownBy(
            () -> starting.bringUp(List.of(part("service", GATEWAY, () -> false, () -> {}))))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("service is not ready");
  }

  @Test
  void whatWasJustBeingStartedWhenAnotherFailedIsKnown() {
    var isStarting = new AtomicBoolean();
    var gaveUp = new CompletableFuture<Void>();
    var realm = part("realm", KEYCLOAK, () -> failsWhen(isStarting), () -> {});
    var service =
        part(
            "service",
            GATEWAY,
            () -> {
              isStarting.set(true);
              gaveUp.join();
              // As what starts a process does where it waits for something.
              if (Thread.interrupted()) {
                throw new Trouble("interrupted");
              }
              return ServerProcess.start(nothing("service"));
            });
    started.add(realm);
    assertThatThrownBy(() -> starting.bringUp(List.of(realm, service))).hasMessage("realm failed");
    gaveUp.complete(null);
    // It waits for what is being started.
    started.close();
    assertThat(pids.find("service")).isPresent();
  }

  private static boolean failsWhen(AtomicBoolean it) {
    if (it.get()) {
      throw new Trouble("realm failed");
    }
    return false;
  }

  /** Once so many times our patience have passed. */
  private BooleanSupplier after(double patiences) {
    return () -> System.nanoTime() - began > patiences * PATIENCE.toNanos();
  }

  private Part part(String name, Installation.Port port, BooleanSupplier isReady, Runnable settle) {
    return part(name, port, () -> ServerProcess.start(nothing(name)), isReady, settle);
  }

  private Part part(String name, Installation.Port port, Supplier<ServerProcess> start) {
    return part(name, port, start, () -> false, () -> {});
  }

  private Part part(
      String name,
      Installation.Port port,
      Supplier<ServerProcess> start,
      BooleanSupplier isReady,
      Runnable settle) {
    return new Part(
        name,
        1,
        Set.of(),
        Set.of(),
        List.of(at.port(port)),
        "TERM",
        start,
        isReady,
        settle,
        directory.resolve(name + ".log"),
        null);
  }

  private ServerProcess.Launch nothing(String name) {
    return new ServerProcess.Launch(
        List.of("sleep", "60"), Map.of(), directory, directory.resolve(name + ".log"));
  }
}
