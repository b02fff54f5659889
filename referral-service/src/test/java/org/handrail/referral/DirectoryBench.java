package org.handrail.referral;

import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Bench;
import org.handrail.platform.fixtures.Surroundings;
import org.handrail.referral.capacity.WaitingForPlaces;
import org.handrail.referral.directory.search.WaitingForSearch;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.meeting.WaitingForMeetings;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * How long people wait for what a directory as large as a state's tells them: {@code ./handrail
 * bench directory}. Everything goes over HTTP and is checked, judged and rendered as always.
 *
 * <p>{@code hold}: a place kept or refused while many want few; {@code search}: the first page of
 * services, among 100,000; {@code meetings}: the first page of the next meetings, among 50,000.
 */
final class DirectoryBench {
  private DirectoryBench() {}

  public static void main(String[] arguments) {
    Bench.run(DirectoryBench::begin);
  }

  private static void begin() throws Exception {
    try (var service =
        new SpringApplicationBuilder(ReferralServiceApplication.class)
            .initializers(new Surroundings())
            .run(
                "--server.port=0",
                "--logging.level.root=warn",
                "--handrail.client-service-url=" + Coalition.DOOR.address())) {
      var port = service.getEnvironment().getRequiredProperty("local.server.port");
      var api = new Api(() -> "http://127.0.0.1:" + port);
      WaitingForPlaces.measured(api, service).tell("bench.directory.hold");
      WaitingForSearch.measured(api, service).tell("bench.directory.search");
      WaitingForMeetings.measured(api).tell("bench.directory.meetings");
    }
  }
}
