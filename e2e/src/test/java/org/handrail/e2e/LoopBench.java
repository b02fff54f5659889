package org.handrail.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.handrail.e2e.Api.Answer;

/**
 * How fast first journeys close on a coalition of this machine, which also plays everybody who
 * calls it: {@code ./handrail bench loop [JOURNEYS [AT_ONCE]]}.
 *
 * <p>{@code send} is the requester's wait for the answer to sending a referral; {@code stream} goes
 * from the moment at which the sending was written down, just before its commit, through the door
 * to the receiver's open stream.
 */
final class LoopBench {

  private static final int WARM_UP = 15;

  private final Loop loop = Loop.riverbendToHarborlight(Coalition.running());
  private final NotificationStream intakeDesk;

  private LoopBench(NotificationStream intakeDesk) {
    this.intakeDesk = intakeDesk;
  }

  /** What one journey waited for. */
  private record Waits(Duration send, Duration stream) {}

  public static void main(String[] arguments) throws Exception {
    int journeys = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 120;
    int atOnce = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
    var hana = Coalition.running().as("hana@harborlight.example");
    try (var intakeDesk = NotificationStream.of(hana)) {
      var bench = new LoopBench(intakeDesk);
      bench.close(WARM_UP, atOnce);
      var began = System.nanoTime();
      var waits = bench.close(journeys, atOnce);
      var took = Duration.ofNanos(System.nanoTime() - began);
      figure("bench.loop.rate", journeys / seconds(took), "loops/s");
      figures("bench.loop.send", waits.stream().map(Waits::send).toList());
      figures("bench.loop.stream", waits.stream().map(Waits::stream).toList());
    }
  }

  private List<Waits> close(int journeys, int atOnce)
      throws InterruptedException, ExecutionException {
    try (var people = Executors.newFixedThreadPool(atOnce)) {
      List<Callable<Waits>> all = new ArrayList<>();
      for (int journey = 0; journey < journeys; journey++) {
        all.add(this::closeOne);
      }
      var waits = new ArrayList<Waits>();
      for (var one : people.invokeAll(all)) {
        waits.add(one.get());
      }
      return waits;
    }
  }

  private Waits closeOne() {
    var client = loop.meet("Bea");
    loop.plan(client);
    loop.consent(client, "Bea");
    var draft = loop.draft(loop.choose(client));
    var began = System.nanoTime();
    var sent = loop.send(draft);
    var send = Duration.ofNanos(System.nanoTime() - began);
    var arrived = intakeDesk.await("referral-delivered", sent.id());
    var stream = Duration.between(writtenDown(sent), arrived.at());
    loop.answerToTheEnd(sent.id());
    return new Waits(send, stream);
  }

  /** When the sending was recorded, by the clock of this machine. */
  private static Instant writtenDown(Answer sent) {
    return Instant.parse(sent.at("/history/" + (sent.body().get("history").size() - 1) + "/at"));
  }

  private static void figures(String name, List<Duration> waits) {
    var sorted = waits.stream().sorted().toList();
    figure(name + ".p50", millis(sorted, 0.50), "ms");
    figure(name + ".p99", millis(sorted, 0.99), "ms");
  }

  private static double millis(List<Duration> sorted, double quantile) {
    return seconds(sorted.get((int) Math.ceil(quantile * sorted.size()) - 1)) * 1_000;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static void figure(String name, double value, String unit) {
    System.out.printf("%s %.1f %s%n", name, value, unit);
  }
}
