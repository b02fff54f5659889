package org.handrail.referral.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes a file of a feed in: what is good is stored, what is not is reported row by row. */
@Component
class ImportingMeetings {
  private final TypeCodes codes;
  private final StoringMeetings storing;
  private final MeetingImports imports;
  private final Clock clock;

  ImportingMeetings(TypeCodes codes, StoringMeetings storing, MeetingImports imports, Clock clock) {
    this.codes = codes;
    this.storing = storing;
    this.imports = imports;
    this.clock = clock;
  }

  /**
   * Within the caller's transaction: a file comes in whole or not at all.
   *
   * @param feed locked, so that of two files of one feed one is the later
   */
  UUID take(Person by, Feed feed, JsonNode file) {
    KeepingFeeds.requireKeeper(by, feed);
    KeepingFeeds.requireGoingOn(feed);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var result = ReadingFeed.of(file, feed, codes, LocalDate.ofInstant(now, ZoneOffset.UTC));
    storing.store(feed, result.meetings(), now);
    int withdrawn =
        result.tellsWhatIsGone() ? storing.withdrawAllBut(feed, result.named(), now) : 0;
    return imports.record(
        new MeetingImports.Import(
            UUID.randomUUID(),
            feed.id(),
            now,
            result.read(),
            result.meetings().size(),
            withdrawn,
            result.remarks()),
        by);
  }
}
