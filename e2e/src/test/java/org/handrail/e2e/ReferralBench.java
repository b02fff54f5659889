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
 * How many referrals a second go through the gateway and the door of a coalition of this machine,
 * which also plays everybody who calls it: {@code ./handrail bench referral [REFERRALS [AT_ONCE]]}.
 *
 * <p>{@code rate} counts what was delivered, from the first sending to the last delivery; {@code
 * send} is the requester's wait for the answer to sending; {@code door} goes from the moment at
 * which a sending was written down to the receiver's open stream.
 */
final class ReferralBench {
  private static final int WARM_UP = 20;

  private final Loop loop = Loop.riverbendToHarborlight(Coalition.running());
  private final NotificationStream intakeDesk;

  private ReferralBench(NotificationStream intakeDesk) {
    this.intakeDesk = intakeDesk;
  }

  /** A referral that was sent, and how long its sender waited. */
  private record Sent(Answer answer, Duration waited) {}

  public static void main(String[] arguments) throws Exception {
    int referrals = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
    int atOnce = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
    var hana = Coalition.running().as("hana@harborlight.example");
    try (var intakeDesk = NotificationStream.of(hana)) {
      var bench = new ReferralBench(intakeDesk);
      bench.measure(WARM_UP, atOnce, false);
      bench.measure(referrals, atOnce, true);
    }
  }

  private void measure(int referrals, int atOnce, boolean told)
      throws InterruptedException, ExecutionException {
    List<Answer> drafts = new ArrayList<>();
    for (int each = 0; each < referrals; each++) {
      var client = loop.meet("Bea");
      loop.consent(client, "Bea");
      drafts.add(loop.draft(loop.choose(client)));
    }
    var began = System.nanoTime();
    var sent = send(drafts, atOnce);
    var doors = new ArrayList<Duration>();
    for (var each : sent) {
      var arrived = intakeDesk.await("referral-delivered", each.answer().id());
      doors.add(Duration.between(writtenDown(each.answer()), arrived.at()));
    }
    var took = Duration.ofNanos(System.nanoTime() - began);
    if (told) {
      figure("bench.referral.rate", referrals / seconds(took), "referrals/s");
      figures("bench.referral.send", sent.stream().map(Sent::waited).toList());
      figures("bench.referral.door", doors);
    }
  }

  private List<Sent> send(List<Answer> drafts, int atOnce)
      throws InterruptedException, ExecutionException {
    try (var people = Executors.newFixedThreadPool(atOnce)) {
      List<Callable<Sent>> all = new ArrayList<>();
      for (var draft : drafts) {
        all.add(() -> send(draft));
      }
      var sent = new ArrayList<Sent>();
      for (var one : people.invokeAll(all)) {
        sent.add(one.get());
      }
      return sent;
    }
  }

  private Sent send(Answer draft) {
    var began = System.nanoTime();
    var answer = loop.send(draft);
    return new Sent(answer, Duration.ofNanos(System.nanoTime() - began));
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
