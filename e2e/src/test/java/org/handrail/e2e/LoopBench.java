package org.handrail.e2e;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.handrail.platform.fixtures.Bench;

/**
 * How fast first journeys close on a coalition of this machine, which also plays everybody who
 * calls it: {@code ./handrail bench loop [JOURNEYS [AT_ONCE]]}.
 *
 * <p>How far it is stands on standard error, so that the figures stay a line each.
 *
 * <p>{@code send} is the requester's wait for the answer to sending a referral; {@code stream} goes
 * from the moment at which the sending was written down, just before its commit, through the door
 * to the receiver's open stream.
 */
final class LoopBench {

  private static final int WARM_UP = 15;

  /** After so many journeys somebody who waits hears of it. */
  private static final int STEP = 10;

  private final Loop loop = Loop.riverbendToHarborlight(Coalition.running());
  private final Sendings sendings;

  private LoopBench(NotificationStream intakeDesk) {
    sendings = new Sendings(loop, intakeDesk);
  }

  /** What one journey waited for. */
  private record Waits(Duration send, Duration stream) {}

  public static void main(String[] arguments) {
    Bench.run(() -> begin(arguments));
  }

  private static void begin(String[] arguments) throws Exception {
    int journeys = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 120;
    int atOnce = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
    var hana = Coalition.running().as("hana@harborlight.example");
    try (var intakeDesk = NotificationStream.of(hana)) {
      var bench = new LoopBench(intakeDesk);
      bench.close("to warm up", WARM_UP, atOnce);
      var began = System.nanoTime();
      var waits = bench.close("measured", journeys, atOnce);
      var took = Duration.ofNanos(System.nanoTime() - began);
      Figures.perSecond("bench.loop.rate", journeys, took);
      Figures.waits("bench.loop.send", waits.stream().map(Waits::send).toList());
      Figures.waits("bench.loop.stream", waits.stream().map(Waits::stream).toList());
    }
  }

  private List<Waits> close(String what, int journeys, int atOnce)
      throws InterruptedException, ExecutionException {
    System.err.printf("bench loop: %d journeys %s, %d at once%n", journeys, what, atOnce);
    var closed = new AtomicInteger();
    return Sendings.sideBySide(
        atOnce,
        Collections.nCopies(journeys, "Bea"),
        name -> {
          var waits = closeOne(name);
          int soFar = closed.incrementAndGet();
          if (soFar % STEP == 0) {
            System.err.printf("bench loop: %d of %d%n", soFar, journeys);
          }
          return waits;
        });
  }

  private Waits closeOne(String name) {
    var client = loop.meet(name);
    loop.plan(client);
    loop.consent(client, name);
    var sent = sendings.send(loop.draft(loop.choose(client)));
    var stream = sendings.throughTheDoor(sent);
    loop.answerToTheEnd(sent.answer().id());
    return new Waits(sent.waited(), stream);
  }
}
