package org.handrail.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.handrail.e2e.Api.Answer;
import org.handrail.platform.fixtures.Bench;

/**
 * How many referrals a second go through the gateway and the door of a coalition of this machine,
 * which also plays everybody who calls it: {@code ./handrail bench referral [REFERRALS [AT_ONCE]]}.
 *
 * <p>{@code sends_per_second} counts what was delivered, from the first sending to the last
 * delivery; {@code send} is the requester's wait for the answer to sending; {@code door} goes from
 * the moment at which a sending was written down to the receiver's open stream.
 */
final class ReferralBench {
  private static final int WARM_UP = 40;

  private final Loop loop = Loop.riverbendToHarborlight(Coalition.running());
  private final Sendings sendings;

  private ReferralBench(NotificationStream intakeDesk) {
    sendings = new Sendings(loop, intakeDesk);
  }

  public static void main(String[] arguments) {
    Bench.run(() -> begin(arguments));
  }

  private static void begin(String[] arguments) throws Exception {
    int referrals = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
    int atOnce = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
    var hana = Coalition.running().as("hana@harborlight.example");
    try (var intakeDesk = NotificationStream.of(hana)) {
      var bench = new ReferralBench(intakeDesk);
      bench.deliver(WARM_UP, atOnce);
      bench.measure(referrals, atOnce);
    }
  }

  private void measure(int referrals, int atOnce) throws InterruptedException, ExecutionException {
    var drafts = drafts(referrals, atOnce);
    var began = System.nanoTime();
    var sent = Sendings.sideBySide(atOnce, drafts, sendings::send);
    List<Duration> doors = new ArrayList<>();
    sent.forEach(each -> doors.add(sendings.throughTheDoor(each)));
    var took = Duration.ofNanos(System.nanoTime() - began);
    Figures.perSecond("bench.referral.sends_per_second", referrals, took);
    Figures.waits("bench.referral.send", sent.stream().map(Sendings.Sent::waited).toList());
    Figures.waits("bench.referral.door", doors);
  }

  private void deliver(int referrals, int atOnce) throws InterruptedException, ExecutionException {
    Sendings.sideBySide(atOnce, drafts(referrals, atOnce), sendings::send)
        .forEach(sendings::throughTheDoor);
  }

  private List<Answer> drafts(int referrals, int atOnce)
      throws InterruptedException, ExecutionException {
    return Sendings.sideBySide(atOnce, Collections.nCopies(referrals, "Bea"), this::draft);
  }

  private Answer draft(String name) {
    var client = loop.meet(name);
    loop.consent(client, name);
    return loop.draft(loop.choose(client));
  }
}
