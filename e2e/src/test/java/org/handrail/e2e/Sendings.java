package org.handrail.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.handrail.e2e.Api.Answer;

/** Referrals that benches send, and for what people wait meanwhile. */
final class Sendings {

  private final Loop loop;
  private final NotificationStream intakeDesk;

  Sendings(Loop loop, NotificationStream intakeDesk) {
    this.loop = loop;
    this.intakeDesk = intakeDesk;
  }

  /** A referral that was sent, and how long its sender waited for the answer. */
  record Sent(Answer answer, Duration waited) {}

  /** Sends it, and takes the time. */
  Sent send(Answer draft) {
    var began = System.nanoTime();
    var answer = loop.send(draft);
    return new Sent(answer, Duration.ofNanos(System.nanoTime() - began));
  }

  /**
   * From the moment at which the sending was written down, just before its commit and by the clock
   * of this machine, through the door to the receiver's open stream.
   */
  Duration throughTheDoor(Sent sent) {
    var arrived = intakeDesk.await("referral-delivered", sent.answer().id());
    var history = sent.answer().body().get("history");
    var written = Instant.parse(sent.answer().at("/history/" + (history.size() - 1) + "/at"));
    return Duration.between(written, arrived.at());
  }

  /** So many people work on these side by side; gives what came of each. */
  static <W, R> List<R> sideBySide(int people, List<W> work, Function<W, R> doing)
      throws InterruptedException, ExecutionException {
    try (var executor = Executors.newFixedThreadPool(people)) {
      List<Callable<R>> all = new ArrayList<>();
      work.forEach(each -> all.add(() -> doing.apply(each)));
      var done = new ArrayList<R>();
      for (var one : executor.invokeAll(all)) {
        done.add(one.get());
      }
      return done;
    }
  }
}
