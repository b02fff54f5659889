package org.handrail.referral.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Proves;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ReferralServiceIT
class MeetingsIT {
  private static final String NEAR = "near=41.45,-82.7&within=5";

  private final Coalition coalition;
  private final Listings listings;

  MeetingsIT(Coalition coalition) {
    this.coalition = coalition;
    this.listings = new Listings(coalition);
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Proves({"R30", "C9"})
  @Test
  void findsWhatComesNextNearAPlaceInOrderOfTime() {
    String feed = listings.feed("near", "craft");
    listings
        .take(
            feed,
            """
            [{"slug": "a", "name": "Later", "day": 1, "time": "20:00", "end_time": "21:00", "location": "Mill",
              "latitude": 41.46, "longitude": -82.7},
             {"slug": "b", "name": "Sooner", "day": 1, "time": "18:00", "location": "Mill", "latitude": 41.45, "longitude": -82.71},
             {"slug": "c", "name": "Far", "day": 1, "time": "19:00", "location": "Mill", "latitude": 40.0, "longitude": -82.7},
             {"slug": "d", "name": "Nowhere known", "day": 1, "time": "19:00", "location": "Mill"}]
            """)
        .isCreated();

    // A Monday noon in New York.
    String from = "&fellowship=craft&from=2026-11-23T17:00:00Z";
    assertThat(listings.names(NEAR + from + "&to=2026-11-24T17:00:00Z"))
        .containsExactly("Sooner", "Later");
    JsonNode later =
        listings.search(NEAR + from + "&to=2026-11-24T17:00:00Z").json().at("/items/1");
    assertThat(later.at("/startsAt").asString()).isEqualTo("2026-11-24T01:00:00Z");
    assertThat(later.at("/localStart").asString()).startsWith("2026-11-23T20:00");
    assertThat(later.at("/endsAt").asString()).isEqualTo("2026-11-24T02:00:00Z");
    assertThat(later.at("/distanceKm").asDouble()).isBetween(1.0, 1.3);
    assertThat(later.at("/meeting/zone").asString()).isEqualTo("America/New_York");
    assertThat(listings.names("fellowship=craft&from=2026-11-23T17:00:00Z&to=2026-11-24T17:00:00Z"))
        .containsExactlyInAnyOrder("Sooner", "Far", "Nowhere known", "Later");
  }

  @Proves("R30")
  @Test
  void clocksThatChangeMoveNothing() {
    listings
        .take(
            listings.feed("dst", "refuge"),
            """
            [{"slug": "a", "name": "Gap", "day": 0, "time": "02:30", "end_time": "03:30", "location": "Mill"},
             {"slug": "b", "name": "Twice", "day": 0, "time": "01:30", "location": "Mill"},
             {"slug": "c", "name": "Night", "day": 6, "time": "23:30", "end_time": "00:30", "location": "Mill"}]
            """)
        .isCreated();

    List<String> spring =
        listings.starts("fellowship=refuge&from=2026-03-08T00:00:00Z&to=2026-03-09T00:00:00Z");
    List<String> autumn =
        listings.starts("fellowship=refuge&from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z");

    assertThat(spring)
        .containsExactly(
            "Night 2026-03-08T04:30:00Z", "Twice 2026-03-08T06:30:00Z", "Gap 2026-03-08T07:30:00Z");
    assertThat(autumn)
        .containsExactly(
            "Night 2026-11-01T03:30:00Z", "Twice 2026-11-01T05:30:00Z", "Gap 2026-11-01T07:30:00Z");
    JsonNode gap =
        listings
            .search("fellowship=refuge&from=2026-03-08T07:00:00Z&to=2026-03-09T00:00:00Z")
            .json()
            .at("/items/0");
    assertThat(gap.at("/clocksChanged").asBoolean()).isTrue();
    assertThat(gap.at("/localStart").asString()).startsWith("2026-03-08T03:30");
    assertThat(gap.at("/endsAt").asString()).isEqualTo("2026-03-08T08:30:00Z");
  }

  @Proves("C11")
  @Test
  void offersNewcomersNothingClosedAndWhatWelcomesThemFirst() {
    listings
        .take(
            listings.feed("new", "ha"),
            """
            [{"slug": "a", "name": "Unstated", "day": 1, "time": "13:00", "location": "Mill", "latitude": 41.45, "longitude": -82.7},
             {"slug": "b", "name": "Closed", "day": 1, "time": "14:00", "types": ["C"], "location": "Mill", "latitude": 41.45, "longitude": -82.7},
             {"slug": "c", "name": "Shut", "day": 1, "time": "15:00", "types": ["TC", "O"], "location": "Mill", "latitude": 41.45, "longitude": -82.7},
             {"slug": "d", "name": "Shut but online", "day": 1, "time": "16:00", "types": ["TC", "O"], "location": "Mill",
              "latitude": 41.45, "longitude": -82.7, "conference_url": "https://meet.example.org/d"},
             {"slug": "e", "name": "Beginners", "day": 1, "time": "17:00", "types": ["BE"], "location": "Mill", "latitude": 41.45, "longitude": -82.7},
             {"slug": "f", "name": "Open", "day": 1, "time": "18:00", "types": ["O"], "location": "Mill", "latitude": 41.45, "longitude": -82.7}]
            """)
        .isCreated();
    String monday = "fellowship=ha&from=2026-11-23T10:00:00Z&to=2026-11-24T10:00:00Z";

    assertThat(listings.names(monday))
        .containsExactly("Unstated", "Closed", "Shut", "Shut but online", "Beginners", "Open");
    assertThat(listings.names(monday + "&newcomer=true"))
        .containsExactly("Shut but online", "Beginners", "Open", "Unstated");
    assertThat(listings.names(monday + "&newcomer=true&" + NEAR))
        .containsExactly("Beginners", "Open", "Unstated");
    assertThat(listings.paged(monday + "&newcomer=true", 1))
        .containsExactly("Shut but online", "Beginners", "Open", "Unstated");
    assertThat(listings.names(monday + "&online=true")).containsExactly("Shut but online");
    assertThat(listings.names(monday + "&online=false"))
        .containsExactly("Unstated", "Closed", "Beginners", "Open");
    assertThat(listings.names(monday + "&type=be")).containsExactly("Beginners");
    assertThat(listings.search(monday).json().at("/items/2/meeting/attendance").asString())
        .isEqualTo("none");
  }

  @Test
  void pagesThroughEverythingOnce() {
    listings.take(listings.feed("pages", "sos"), Listings.weekly(40)).isCreated();
    String all = "fellowship=sos&from=2026-11-23T00:00:00Z&to=2026-12-07T00:00:00Z";

    List<String> seen = listings.paged(all, 7);

    assertThat(seen).hasSize(80);
    assertThat(seen).isEqualTo(listings.paged(all, 100));
  }

  @Proves("R30")
  @Test
  void showsHowOldItIsAndWhatItsCodesMean() {
    String feed = listings.feed("age", "wellbriety");
    coalition.clock().set(Instant.parse("2026-09-01T12:00:00Z"));
    listings.take(feed, "[" + Listings.row("a", "Old", "1") + "]").isCreated();
    coalition.clock().advance(Duration.ofDays(60));
    String week = "fellowship=wellbriety&from=2026-11-22T05:00:00Z&to=2026-11-29T05:00:00Z";

    JsonNode fresh = listings.search(week).json().at("/items/0/meeting");
    coalition.clock().advance(Duration.ofSeconds(1));
    JsonNode stale = listings.search(week).json().at("/items/0/meeting");

    assertThat(fresh.at("/ageDays").asInt()).isEqualTo(60);
    assertThat(fresh.at("/stale").asBoolean()).isFalse();
    assertThat(stale.at("/stale").asBoolean()).isTrue();
    assertThat(stale.at("/source/attribution").asString()).isEqualTo("With thanks");
    assertThat(stale.at("/types/0/es").asString()).startsWith("Abierta");
    assertThat(stale.at("/access").asString()).isEqualTo("open");
  }

  @Proves("DIR-1")
  @Test
  void whatItsFeedHadLastMoreThanHalfAYearAgoIsNotOffered() {
    coalition.clock().set(Instant.parse("2025-10-18T12:00:00Z"));
    listings
        .take(listings.feed("forgotten", "fa"), "[" + Listings.row("a", "Forgotten", "1") + "]")
        .isCreated();
    coalition.clock().advance(Duration.ofDays(179));
    String week = "fellowship=fa&from=2026-04-13T04:00:00Z&to=2026-04-20T04:00:00Z";
    JsonNode last = listings.search(week).json().at("/items/0/meeting");
    assertThat(last.at("/hidden").asBoolean(true)).isFalse();

    assertThat(listings.names(week)).containsExactly("Forgotten");

    coalition.clock().advance(Duration.ofDays(1));

    assertThat(listings.names(week)).isEmpty();
    String id = last.at("/id").asString();
    Answer shown = coalition.maya().get("/api/meetings/{id}", id).send().isOk();
    assertThat(shown.at("/hidden")).isEqualTo("true");
    coalition
        .maya()
        .post("/api/meetings/{id}/companions", id)
        .body(
            Map.of(
                "clientId",
                coalition.client(),
                "startsAt",
                "2026-04-20T23:00:00Z",
                "act",
                Map.of("kind", "phone", "at", "2026-04-16T11:00:00Z")))
        .send()
        .isProblem(422, "meeting-not-held");
  }

  @Test
  void refusesWhatItCannotRead() {
    for (String bad :
        List.of(
            "near=1",
            "near=91,0",
            "near=a,b",
            "near=1,1&within=0",
            "from=yesterday",
            "from=1066-10-14T00:00:00Z",
            "from=2026-11-23T00:00:00Z&to=2026-11-23T00:00:00Z",
            "from=2026-11-23T00:00:00Z&to=2027-11-23T00:00:00Z",
            "type=C",
            "type=nope&fellowship=aa",
            "within=5",
            "fellowship=cult",
            "fellowship=aa,",
            "fellowship=,",
            "language=klingon",
            "language=xx",
            "limit=0",
            "after=nonsense",
            "newcomer=perhaps")) {
      listings.search(bad).isProblem(400, "invalid");
    }
    coalition.maya().get("/api/meetings/{id}", UUID.randomUUID()).send().isNotFound();
    coalition.anonymous().get("/api/meetings").send().isProblem(401, "unauthenticated");
  }

  @Test
  void aTypeIsOneThatItsFellowshipOrAFeedOfItHas() {
    String rows = "[" + Listings.row("a", "Own words", "1").replace("\"O\"", "\"ZQX\"") + "]";
    listings.take(listings.feed("types", "smart"), rows).isCreated();

    assertThat(listings.names("fellowship=smart&type=ZQX")).containsExactly("Own words");
    Answer refused = listings.search("fellowship=smart&type=ZQY").isProblem(400, "invalid");
    assertThat(refused.at("/errors/0/parameter")).isEqualTo("type");
    assertThat(refused.at("/errors/0/detail")).contains("BE").doesNotContain("ZQY");
  }

  @Proves("C11")
  @Test
  void tellsWhatAFirstMeetingIsLike() {
    Answer aa = coalition.maya().get("/api/meetings/guides/aa").send().isOk();
    Answer craft = coalition.maya().get("/api/meetings/guides/craft?language=es").send().isOk();

    assertThat(aa.json().at("/own").asBoolean()).isTrue();
    assertThat(aa.at("/guide/version")).startsWith("aa-");
    assertThat(craft.json().at("/own").asBoolean()).isFalse();
    assertThat(craft.at("/guide/youNeedNot/0")).contains("No tiene que hablar");
    coalition.maya().get("/api/meetings/guides/cult").send().isNotFound();
  }
}
