package org.handrail.referral.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.Waits;

/**
 * The first page of the next meetings among 50,000: near a place within 25 km, for newcomers, or of
 * one fellowship anywhere, in turn.
 */
public final class WaitingForMeetings {
  private static final int MEETINGS = 50_000;
  private static final int WARM_UP = 300;
  private static final int MEASURED = 1_000;

  private WaitingForMeetings() {}

  /** Until the page is there. */
  public static Waits measured(Api api) {
    ManyMeetings.make(MEETINGS);
    var maya = api.as(TokenIssuer.shared().person("maya").of("riverbend").as(Role.PEER_SPECIALIST));
    var random = new Random(7);
    List<Long> waits = new ArrayList<>();
    for (int i = -WARM_UP; i < MEASURED; i++) {
      String question = question(i, random);
      long began = System.nanoTime();
      maya.get("/api/meetings?" + question).send().isOk();
      if (i >= 0) {
        waits.add(System.nanoTime() - began);
      }
    }
    return new Waits(waits);
  }

  private static String question(int i, Random random) {
    Instant from =
        Instant.parse("2026-11-22T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(10_080)));
    String near =
        "&near=%.3f,%.3f&within=25"
            .formatted(30 + 20 * random.nextDouble(), -120 + 50 * random.nextDouble());
    return "from="
        + from
        + switch (Math.floorMod(i, 3)) {
          case 0 -> near;
          case 1 -> near + "&newcomer=true";
          default -> "&fellowship=smart";
        };
  }
}
