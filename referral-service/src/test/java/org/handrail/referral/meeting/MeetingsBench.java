package org.handrail.referral.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Surroundings;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.ReferralServiceApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * How long somebody waits for the next meetings, over HTTP, among 50,000 of them: {@code ./handrail
 * bench meetings}. Near a place within 25 km, for newcomers, or of one fellowship anywhere, in
 * turn; the first page of each.
 */
final class MeetingsBench {
  private static final int MEETINGS = 50_000;
  private static final int WARM_UP = 300;
  private static final int MEASURED = 1_000;

  private MeetingsBench() {}

  public static void main(String[] arguments) {
    try (var service =
        new SpringApplicationBuilder(ReferralServiceApplication.class)
            .initializers(new Surroundings())
            .run(
                "--server.port=0",
                "--logging.level.root=warn",
                "--handrail.client-service-url=http://127.0.0.1:9")) {
      ManyMeetings.make(MEETINGS);
      var port = service.getEnvironment().getRequiredProperty("local.server.port");
      var maya =
          new Api(() -> "http://127.0.0.1:" + port)
              .as(TokenIssuer.shared().person("maya").of("riverbend").as(Role.PEER_SPECIALIST));
      run(maya);
    }
    System.exit(0);
  }

  private static void run(Api maya) {
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
    waits.sort(null);
    figure("p50", waits.get(MEASURED / 2));
    figure("p99", waits.get(MEASURED * 99 / 100));
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

  private static void figure(String name, long nanos) {
    System.out.printf("bench.meetings.next.%s %.2f ms%n", name, nanos / 1e6);
  }
}
