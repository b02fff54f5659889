package org.handrail.referral.meeting;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
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

  MeetingsIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void losesNothingSilentlyAndReportsItAgain() {
    Answer done = take(feed("messy", "aa"), FeedFiles.own("messy.json")).isCreated();
    JsonNode report = done.json();

    assertThat(report.at("/read").asInt()).isEqualTo(24);
    assertThat(report.at("/stored").asInt()).isEqualTo(12);
    assertThat(report.at("/rejected").asInt()).isEqualTo(12);
    assertThat(coalition.olive().get(done.header("Location")).send().isOk().json())
        .isEqualTo(report);
    cora().get(done.header("Location")).send().isNotFound();
  }

  @Proves({"R30", "C9"})
  @Test
  void findsWhatComesNextNearAPlaceInOrderOfTime() {
    String feed = feed("near", "craft");
    take(
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
    assertThat(names(NEAR + from + "&to=2026-11-24T17:00:00Z")).containsExactly("Sooner", "Later");
    JsonNode later = search(NEAR + from + "&to=2026-11-24T17:00:00Z").json().at("/items/1");
    assertThat(later.at("/startsAt").asString()).isEqualTo("2026-11-24T01:00:00Z");
    assertThat(later.at("/localStart").asString()).startsWith("2026-11-23T20:00");
    assertThat(later.at("/endsAt").asString()).isEqualTo("2026-11-24T02:00:00Z");
    assertThat(later.at("/distanceKm").asDouble()).isBetween(1.0, 1.3);
    assertThat(later.at("/meeting/zone").asString()).isEqualTo("America/New_York");
    assertThat(names("fellowship=craft&from=2026-11-23T17:00:00Z&to=2026-11-24T17:00:00Z"))
        .containsExactlyInAnyOrder("Sooner", "Far", "Nowhere known", "Later");
  }

  @Proves("R30")
  @Test
  void clocksThatChangeMoveNothing() {
    take(
            feed("dst", "refuge"),
            """
            [{"slug": "a", "name": "Gap", "day": 0, "time": "02:30", "end_time": "03:30", "location": "Mill"},
             {"slug": "b", "name": "Twice", "day": 0, "time": "01:30", "location": "Mill"},
             {"slug": "c", "name": "Night", "day": 6, "time": "23:30", "end_time": "00:30", "location": "Mill"}]
            """)
        .isCreated();

    List<String> spring =
        starts("fellowship=refuge&from=2026-03-08T00:00:00Z&to=2026-03-09T00:00:00Z");
    List<String> autumn =
        starts("fellowship=refuge&from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z");

    assertThat(spring)
        .containsExactly(
            "Night 2026-03-08T04:30:00Z", "Twice 2026-03-08T06:30:00Z", "Gap 2026-03-08T07:30:00Z");
    assertThat(autumn)
        .containsExactly(
            "Night 2026-11-01T03:30:00Z", "Twice 2026-11-01T05:30:00Z", "Gap 2026-11-01T07:30:00Z");
    JsonNode gap =
        search("fellowship=refuge&from=2026-03-08T07:00:00Z&to=2026-03-09T00:00:00Z")
            .json()
            .at("/items/0");
    assertThat(gap.at("/clocksChanged").asBoolean()).isTrue();
    assertThat(gap.at("/localStart").asString()).startsWith("2026-03-08T03:30");
    assertThat(gap.at("/endsAt").asString()).isEqualTo("2026-03-08T08:30:00Z");
  }

  @Proves("C11")
  @Test
  void offersNewcomersNothingClosedAndWhatWelcomesThemFirst() {
    take(
            feed("new", "ha"),
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

    assertThat(names(monday))
        .containsExactly("Unstated", "Closed", "Shut", "Shut but online", "Beginners", "Open");
    assertThat(names(monday + "&newcomer=true"))
        .containsExactly("Shut but online", "Beginners", "Open", "Unstated");
    assertThat(names(monday + "&newcomer=true&" + NEAR))
        .containsExactly("Beginners", "Open", "Unstated");
    assertThat(paged(monday + "&newcomer=true", 1))
        .containsExactly("Shut but online", "Beginners", "Open", "Unstated");
    assertThat(names(monday + "&online=true")).containsExactly("Shut but online");
    assertThat(names(monday + "&online=false"))
        .containsExactly("Unstated", "Closed", "Beginners", "Open");
    assertThat(names(monday + "&type=be")).containsExactly("Beginners");
    assertThat(search(monday).json().at("/items/2/meeting/attendance").asString())
        .isEqualTo("none");
  }

  @Test
  void pagesThroughEverythingOnce() {
    take(feed("pages", "sos"), weekly(40)).isCreated();
    String all = "fellowship=sos&from=2026-11-23T00:00:00Z&to=2026-12-07T00:00:00Z";

    List<String> seen = paged(all, 7);

    assertThat(seen).hasSize(80);
    assertThat(seen).isEqualTo(paged(all, 100));
  }

  @Test
  void aLaterFileReplacesWhatTheEarlierSaidAndWhatIsGoneIsNotOffered() {
    String feed = feed("later", "mara");
    take(feed, "[" + row("a", "One", "[1, 2]") + "," + row("b", "Two", "3") + "]").isCreated();
    String week = "fellowship=mara&from=2026-11-22T05:00:00Z&to=2026-11-29T05:00:00Z";
    assertThat(names(week)).containsExactly("One", "One", "Two");
    String id = search(week).json().at("/items/0/meeting/id").asString();
    String two = search(week).json().at("/items/2/meeting/id").asString();

    Answer second = take(feed, "[" + row("a", "One again", "4") + "]").isCreated();

    assertThat(names(week)).containsExactly("One again");
    assertThat(second.json().at("/withdrawn").asInt()).isEqualTo(2);
    assertThat(search(week).json().at("/items/0/meeting/id").asString()).isEqualTo(id);
    assertThat(
            coalition
                .maya()
                .get("/api/meetings/{id}", two)
                .send()
                .isOk()
                .json()
                .at("/gone")
                .asBoolean())
        .isTrue();
    take(feed, "[]").isCreated();
    assertThat(names(week)).containsExactly("One again");
  }

  @Proves("R30")
  @Test
  void showsHowOldItIsAndWhatItsCodesMean() {
    String feed = feed("age", "wellbriety");
    coalition.clock().set(Instant.parse("2026-09-01T12:00:00Z"));
    take(feed, "[" + row("a", "Old", "1") + "]").isCreated();
    coalition.clock().advance(Duration.ofDays(60));
    String week = "fellowship=wellbriety&from=2026-11-22T05:00:00Z&to=2026-11-29T05:00:00Z";

    JsonNode fresh = search(week).json().at("/items/0/meeting");
    coalition.clock().advance(Duration.ofSeconds(1));
    JsonNode stale = search(week).json().at("/items/0/meeting");

    assertThat(fresh.at("/ageDays").asInt()).isEqualTo(60);
    assertThat(fresh.at("/stale").asBoolean()).isFalse();
    assertThat(stale.at("/stale").asBoolean()).isTrue();
    assertThat(stale.at("/source/attribution").asString()).isEqualTo("With thanks");
    assertThat(stale.at("/types/0/es").asString()).startsWith("Abierta");
    assertThat(stale.at("/access").asString()).isEqualTo("open");
  }

  @Test
  void whatIsNoFileChangesNothing() {
    String feed = feed("half", "aa");
    byte[] whole = FeedFiles.own("messy.json");
    for (byte[] bad :
        List.of(
            Arrays.copyOf(whole, whole.length / 2),
            "<!doctype html><title>Meetings</title>".getBytes(UTF_8),
            "[] and more".getBytes(UTF_8),
            "[]".getBytes(UTF_16))) {
      take(feed, bad).isProblem(400, "malformed");
    }
    take(feed, "{}").isProblem(422, "not-meetings");
    take("nobodys", "[]").isProblem(422, "feed-unknown");
    byte[] marked = ("\ufeff[" + row("a", "Marked", "1") + "]").getBytes(UTF_8);
    take(feed, marked).isCreated();
  }

  @Test
  void anAgencyLooksAfterItsOwnFeedsOnly() {
    String feed = feed("coalitions", "na");
    cora()
        .post("/api/meetings/imports?feed=" + feed)
        .body("[]")
        .send()
        .isProblem(422, "feed-not-yours");
    coalition
        .maya()
        .post("/api/meetings/imports?feed=" + feed)
        .body("[]")
        .send()
        .isProblem(403, "role-not-allowed");
    cora()
        .post("/api/meetings/feeds")
        .body(Map.of("name", feed, "fellowship", "na", "about", about("UTC")))
        .send()
        .isProblem(409, "feed-name-taken");
    cora()
        .post("/api/meetings/feeds")
        .body(Map.of("name", feed + "-2", "fellowship", "na", "about", about("EST")))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/about/zone", "zone-unknown");
    Answer own =
        cora()
            .post("/api/meetings/feeds")
            .body(Map.of("name", feed + "-3", "fellowship", "na", "about", about("UTC")))
            .send()
            .isCreated();
    var changed = Map.of("title", "Another title", "zone", "America/Chicago");
    String address = own.header("Location");
    cora().put(address).body(changed).send().isProblem(428, "precondition-required");
    Answer after = cora().put(address).ifMatch(own).body(changed).send().isOk();
    assertThat(after.at("/about/zone")).isEqualTo("America/Chicago");
    cora().put(address).ifMatch(own).body(changed).send().isProblem(412, "version-conflict");
    assertThat(cora().get("/api/meetings/feeds?limit=1").send().isOk().at("/next")).isNotEmpty();
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
            "fellowship=cult",
            "language=english",
            "limit=0",
            "after=nonsense",
            "newcomer=perhaps")) {
      search(bad).isProblem(400, "invalid");
    }
    coalition.maya().get("/api/meetings/{id}", UUID.randomUUID()).send().isNotFound();
    coalition.anonymous().get("/api/meetings").send().isProblem(401, "unauthenticated");
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

  private Api cora() {
    return coalition.as("cora", "cedarhouse", Role.AGENCY_ADMIN);
  }

  private static Map<String, Object> about(String zone) {
    return Map.of("title", "Port Amity", "zone", zone, "attribution", "With thanks");
  }

  private String feed(String name, String fellowship) {
    String unique = name + "-" + UUID.randomUUID();
    coalition
        .olive()
        .post("/api/meetings/feeds")
        .body(Map.of("name", unique, "fellowship", fellowship, "about", about("America/New_York")))
        .send()
        .isCreated();
    return unique;
  }

  private Answer take(String feed, Object file) {
    var call = coalition.olive().post("/api/meetings/imports?feed=" + feed);
    return (file instanceof byte[] bytes ? call.bytes(bytes) : call.body(file)).send();
  }

  private Answer search(String query) {
    return coalition.maya().get("/api/meetings?" + query).send();
  }

  private List<String> names(String query) {
    return search(query + "&limit=100")
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.at("/meeting/name").asString())
        .toList();
  }

  private List<String> starts(String query) {
    return search(query)
        .isOk()
        .json()
        .at("/items")
        .valueStream()
        .map(i -> i.at("/meeting/name").asString() + " " + i.at("/startsAt").asString())
        .toList();
  }

  private List<String> paged(String query, int limit) {
    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      Answer page = search(query + "&limit=" + limit + after).isOk();
      page.json().at("/items").forEach(item -> seen.add(item.at("/meeting/name").asString()));
      after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!after.isEmpty());
    return seen;
  }

  private static String row(String slug, String name, String day) {
    return """
    {"slug": "%s", "name": "%s", "day": %s, "time": "19:00", "types": ["O"], "location": "%s hall"}
    """
        .formatted(slug, name, day, name);
  }

  private static String weekly(int count) {
    var rows = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      rows.add(row("m" + i, "Meeting " + i, String.valueOf(i % 7)));
    }
    return "[" + String.join(",", rows) + "]";
  }
}
