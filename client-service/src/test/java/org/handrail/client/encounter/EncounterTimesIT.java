package org.handrail.client.encounter;

import static org.handrail.client.encounter.Meetings.records;
import static org.handrail.client.encounter.Meetings.starting;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.SettableClock;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

/** When an encounter can have been. */
@HandrailIT
class EncounterTimesIT {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final Api sam;
  private final SettableClock clock;

  EncounterTimesIT(Api api, TokenIssuer tokens, SettableClock clock) {
    sam = new Meetings(api, tokens).somebodyNew();
    this.clock = clock;
  }

  @Test
  void nobodyIsMetBeforeTheyWereBornNorLongerAgoThanAnybodyWritesDown() {
    clock.set(NOW);
    var client =
        sam.post("/api/clients")
            .body(Map.of("nameToUse", "Kit", "dateOfBirth", "2018-05-17", "anotherPerson", true))
            .send()
            .isCreated()
            .id();
    records(sam, client, starting(Instant.parse("2018-05-16T09:00:00Z"), 30))
        .isProblem(422, "encounter-deficient")
        .hasFault("/encounter/startedAt", "before-birth");
    records(sam, client, starting(NOW.minus(Duration.ofDays(3654)), 30))
        .isProblem(422, "encounter-deficient")
        .hasFault("/encounter/startedAt", "too-long-ago");
    // What was written down on paper before there was a record.
    records(sam, client, starting(Instant.parse("2018-05-18T10:00:00Z"), 30)).isCreated();
  }

  @Test
  void aPhonesClockMayBeALittleAhead() {
    clock.set(NOW);
    var client = sam.post("/api/clients").body(Map.of("nameToUse", "Kit")).send().isCreated().id();
    records(sam, client, starting(NOW.minus(Duration.ofMinutes(24)), 30))
        .isProblem(422, "encounter-deficient")
        .hasFault("/encounter/endedAt", "in-future");
    records(sam, client, starting(NOW.minus(Duration.ofMinutes(26)), 30)).isCreated();
  }
}
