package org.handrail.e2e;

import static java.util.concurrent.Future.State.FAILED;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Each process of the coalition ends as in a power cut, one after the other and then all at once,
 * while people go on with their journeys; after each cut the command starts again what is dead.
 */
final class PowerCuts {

  private static final List<String> PARTS =
      List.of(
          "keycloak",
          "gateway",
          "referral-service",
          "client-service",
          "notification-service",
          "plan-service",
          "analytics-service",
          "kafka",
          "postgres",
          "mail");

  private static final int PEOPLE = 2;

  /** Longer than everything takes to start again, on a machine that is busy with other things. */
  private static final Duration OUTAGE = Duration.ofMinutes(3);

  private final Coalition coalition;
  private final Loop loop;
  private final Queue<Journey> arrived = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean enough = new AtomicBoolean();

  PowerCuts(Coalition coalition) {
    this.coalition = coalition;
    loop = Loop.riverbendToHarborlight(coalition).through(OUTAGE);
  }

  /** Gives the journeys that went on meanwhile, all of them to their end. */
  List<Journey> happen() throws InterruptedException, ExecutionException {
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var walking =
          IntStream.range(0, PEOPLE).mapToObj(person -> people.submit(() -> walk(person))).toList();
      try {
        PARTS.forEach(part -> cut(List.of(part), walking));
        cut(PARTS, walking);
        untilOneMoreArrives(walking);
      } finally {
        enough.set(true);
      }
      for (var one : walking) {
        one.get();
      }
    }
    return List.copyOf(arrived);
  }

  private Void walk(int person) {
    for (int round = 0; !enough.get(); round++) {
      arrived.add(Journey.of(loop, "Fay %d %d".formatted(person, round)));
    }
    return null;
  }

  private void cut(List<String> parts, List<? extends Future<?>> walking) {
    untilOneMoreArrives(walking);
    parts.forEach(coalition::kill9);
    coalition.mend();
  }

  private static void tellWhy(Future<?> failed) {
    throw new AssertionError("somebody could not go on", failed.exceptionNow());
  }

  private void untilOneMoreArrives(List<? extends Future<?>> walking) {
    var before = arrived.size();
    Loop.until(
        OUTAGE,
        () -> {
          walking.stream().filter(one -> one.state() == FAILED).forEach(PowerCuts::tellWhy);
          return arrived.size() > before;
        });
  }
}
