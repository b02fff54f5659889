package org.handrail.referral.meeting;

import java.time.ZoneId;
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

  private final Feeds feeds;

  KeepingFeeds(Feeds feeds) {
    this.feeds = feeds;
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
            0);
    if (!feeds.add(feed)) {
      throw Refusal.of(NAME_TAKEN);
    }
    return feed.id();
  }

  void change(Person by, Feed feed, FeedForm form, ZoneId zone, long version) {
    Versions.require(version, feed.version());
    requireKeeper(by, feed);
    feeds.change(
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
            feed.version()));
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
