package org.handrail.referral.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.version.Versions;
import org.handrail.referral.meeting.FeedController.FeedForm;
import org.handrail.referral.meeting.FeedController.NewFeed;
import org.springframework.stereotype.Component;

/** Takes up feeds: what an agency takes up it looks after, the coalition looks after all. */
@Component
class KeepingFeeds {
  static final ProblemType NAME_TAKEN =
      ProblemType.of("feed-name-taken", 409, "There is a feed of that name");
  static final ProblemType NOT_YOURS =
      ProblemType.of("feed-not-yours", 422, "Another agency looks after this feed");

  static final ProblemType RETIRED = ProblemType.of("feed-retired", 409, "This feed has ended");
  static final ProblemType NOT_RETIRED =
      ProblemType.of("feed-not-retired", 409, "This feed goes on");

  private final Feeds feeds;
  private final StoringMeetings meetings;
  private final Clock clock;

  KeepingFeeds(Feeds feeds, StoringMeetings meetings, Clock clock) {
    this.feeds = feeds;
    this.meetings = meetings;
    this.clock = clock;
  }

  UUID add(Person by, NewFeed wanted) {
    Feed feed =
        new Feed(
            UUID.randomUUID(),
            wanted.name(),
            wanted.about().title(),
            wanted.fellowship(),
            zone(wanted.about(), "/about/zone"),
            wanted.about().language(),
            wanted.about().contact(),
            wanted.about().licence(),
            wanted.about().attribution(),
            by.agency(),
            null,
            0);
    if (!feeds.add(feed)) {
      throw Refusal.of(NAME_TAKEN);
    }
    return feed.id();
  }

  void change(Person by, Feed feed, FeedForm form, ZoneId zone, long version) {
    Versions.require(version, feed.version());
    requireKeeper(by, feed);
    Feed changed =
        new Feed(
            feed.id(),
            feed.name(),
            form.title(),
            feed.fellowship(),
            zone,
            form.language(),
            form.contact(),
            form.licence(),
            form.attribution(),
            feed.keptBy(),
            feed.retiredAt(),
            feed.version());
    feeds.change(changed);
    meetings.follow(changed);
  }

  /** Its meetings go at once, and what they were stays; {@link #reopen} brings them back. */
  UUID retire(Person by, Feed feed, long version) {
    Versions.require(version, feed.version());
    requireKeeper(by, feed);
    requireGoingOn(feed);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    feeds.retire(feed.id(), now);
    meetings.withdraw(feed, now);
    return feed.id();
  }

  UUID reopen(Person by, Feed feed, long version) {
    Versions.require(version, feed.version());
    requireKeeper(by, feed);
    if (feed.retiredAt() == null) {
      throw Refusal.of(NOT_RETIRED);
    }
    feeds.retire(feed.id(), null);
    meetings.bringBack(feed, feed.retiredAt());
    return feed.id();
  }

  static void requireGoingOn(Feed feed) {
    if (feed.retiredAt() != null) {
      throw Refusal.of(RETIRED);
    }
  }

  static void requireKeeper(Person by, Feed feed) {
    if (!by.is(Role.COALITION_ADMIN) && !by.agency().equals(feed.keptBy())) {
      throw Refusal.of(NOT_YOURS);
    }
  }

  /** The zone that a form names; refused where it is none. */
  static ZoneId zone(FeedForm form, String pointer) {
    return Zones.usable(form.zone())
        .orElseThrow(
            () ->
                Refusal.of(
                    Problem.of(Problems.INVALID)
                        .error(pointer, "zone-unknown", "expected an IANA zone of a region")));
  }
}
