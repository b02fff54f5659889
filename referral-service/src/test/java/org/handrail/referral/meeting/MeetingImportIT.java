package org.handrail.referral.meeting;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ReferralServiceIT
class MeetingImportIT {
  private final Coalition coalition;
  private final Listings listings;
  private final JdbcClient jdbc;

  MeetingImportIT(Coalition coalition, JdbcClient jdbc) {
    this.coalition = coalition;
    this.jdbc = jdbc;
    this.listings = new Listings(coalition);
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void losesNothingSilentlyAndReportsItAgain() {
    Answer done =
        listings.take(listings.feed("messy", "aa"), FeedFiles.own("messy.json")).isCreated();
    JsonNode report = done.json();

    assertThat(report.at("/read").asInt()).isEqualTo(24);
    assertThat(report.at("/stored").asInt()).isEqualTo(12);
    assertThat(report.at("/rejected").asInt()).isEqualTo(12);
    assertThat(coalition.olive().get(done.header("Location")).send().isOk().json())
        .isEqualTo(report);
    listings.cora().get(done.header("Location")).send().isNotFound();
  }

  @Test
  void aLaterFileReplacesWhatTheEarlierSaidAndWhatIsGoneIsNotOffered() {
    String feed = listings.feed("later", "mara");
    listings
        .take(
            feed,
            "[" + Listings.row("a", "One", "[1, 2]") + "," + Listings.row("b", "Two", "3") + "]")
        .isCreated();
    String week = "fellowship=mara&from=2026-11-22T05:00:00Z&to=2026-11-29T05:00:00Z";
    assertThat(listings.names(week)).containsExactly("One", "One", "Two");
    String id = listings.search(week).json().at("/items/0/meeting/id").asString();
    String two = listings.search(week).json().at("/items/2/meeting/id").asString();

    Answer second =
        listings.take(feed, "[" + Listings.row("a", "One again", "4") + "]").isCreated();

    assertThat(listings.names(week)).containsExactly("One again");
    assertThat(second.json().at("/withdrawn").asInt()).isEqualTo(2);
    assertThat(listings.search(week).json().at("/items/0/meeting/id").asString()).isEqualTo(id);
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
    listings.take(feed, "[]").isCreated();
    assertThat(listings.names(week)).containsExactly("One again");
  }

  @Test
  void whatOneDialsAfterTheNumberIsShownWithIt() {
    String feed = listings.feed("phone", "wfs");
    String row =
        Listings.row("a", "Phone", "1")
            .replace("{", "{\"conference_phone\": \"+16465588656,,123456789#\", ");
    listings.take(feed, "[" + row + "]").isCreated();
    listings.take(feed, "[" + row.replace("789#", "780#") + "]").isCreated();

    Answer seen = listings.search("fellowship=wfs&from=2026-11-22T05:00:00Z").isOk();

    assertThat(seen.at("/items/0/meeting/online/phone")).isEqualTo("+16465588656");
    assertThat(seen.at("/items/0/meeting/online/phoneNotes")).isEqualTo("123456780#");
  }

  @Test
  void aDayKeepsItsIdWhateverDaysItsRowHasLater() {
    String feed = listings.feed("days", "ca");
    listings.take(feed, "[" + Listings.row("a", "One", "[1, 3]") + "]").isCreated();
    String week = "fellowship=ca&from=2026-11-22T05:00:00Z&to=2026-11-29T05:00:00Z";
    String monday = listings.search(week).json().at("/items/0/meeting/id").asString();
    String wednesday = listings.search(week).json().at("/items/1/meeting/id").asString();

    Answer fewer = listings.take(feed, "[" + Listings.row("a", "One", "3") + "]").isCreated();
    assertThat(fewer.json().at("/withdrawn").asInt()).isEqualTo(1);
    assertThat(ids(week)).containsExactly(wednesday);
    assertThat(coalition.maya().get("/api/meetings/{id}", monday).send().isOk().at("/gone"))
        .isEqualTo("true");
    listings.take(feed, "[" + Listings.row("a", "One", "[5, 3, 1]") + "]").isCreated();
    assertThat(ids(week)).hasSize(3).startsWith(monday, wednesday);
  }

  private List<String> ids(String query) {
    return listings
        .search(query)
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.at("/meeting/id").asString())
        .toList();
  }

  @Test
  void whatItsOwnListShowsNoMoreOrHasUnderAnotherIdIsNotOffered() {
    String feed = listings.feed("unlisted", "sos");
    String one = Listings.row("a", "One", "1");
    listings.take(feed, "[" + one + "," + Listings.row("b", "Two", "2") + "]").isCreated();
    String week = "fellowship=sos&from=2026-11-22T05:00:00Z&to=2026-11-29T05:00:00Z";
    assertThat(listings.names(week)).containsExactly("One", "Two");

    String hidden = Listings.row("b", "Two", "2").replace("{", "{\"published\": \"0\", ");
    Answer second =
        listings.take(feed, "[" + Listings.row("c", "One", "1") + "," + one + "," + hidden + "]");

    assertThat(second.isCreated().json().at("/withdrawn").asInt()).isEqualTo(2);
    assertThat(listings.names(week)).containsExactly("One");
    listings.take(feed, "[" + hidden + "]").isCreated();
    assertThat(listings.names(week)).isEmpty();
  }

  @Test
  void whatIsCorrectedOfAFeedHoldsForItsMeetingsAtOnce() {
    String feed = listings.feed("corrected", "lifering");
    String own =
        Listings.row("b", "Own", "1")
            .replace("{", "{\"timezone\": \"America/Denver\", ")
            .replace("\"O\"", "\"O\", \"ES\"");
    listings.take(feed, "[" + Listings.row("a", "Feeds", "1") + "," + own + "]").isCreated();
    String week = "fellowship=lifering&from=2026-11-22T05:00:00Z&to=2026-11-29T05:00:00Z";
    assertThat(listings.starts(week))
        .containsExactly("Feeds 2026-11-24T00:00:00Z", "Own 2026-11-24T02:00:00Z");
    assertThat(listings.names(week + "&language=fr")).isEmpty();

    Answer known = coalition.olive().get(address(feed)).send().isOk();
    coalition
        .olive()
        .put(address(feed))
        .ifMatch(known)
        .body(Map.of("title", "Port Amity", "zone", "America/Los_Angeles", "language", "fra"))
        .send()
        .isOk();

    assertThat(listings.starts(week))
        .containsExactly("Own 2026-11-24T02:00:00Z", "Feeds 2026-11-24T03:00:00Z");
    assertThat(listings.names(week + "&language=fr")).containsExactly("Feeds");
  }

  @Test
  void aFeedThatHasEndedTakesItsMeetingsAlongAndBringsThemBack() {
    String feed = listings.feed("ended", "wfs");
    listings
        .take(feed, "[" + Listings.row("a", "One", "1") + "," + Listings.row("b", "Two", "2") + "]")
        .isCreated();
    listings.take(feed, "[" + Listings.row("a", "One", "1") + "]").isCreated();
    String week = "fellowship=wfs&from=2026-11-22T05:00:00Z&to=2026-11-29T05:00:00Z";
    String id = listings.search(week).json().at("/items/0/meeting/id").asString();
    Answer known = coalition.olive().get(address(feed)).send().isOk();
    post(listings.cora(), address(feed), "retirement", known).isProblem(422, "feed-not-yours");
    post(coalition.olive(), address(feed), "reopening", known).isProblem(409, "feed-not-retired");

    Answer ended = post(coalition.olive(), address(feed), "retirement", known).isOk();

    assertThat(ended.at("/retiredAt")).isNotEmpty();
    assertThat(listings.names(week)).isEmpty();
    assertThat(coalition.maya().get("/api/meetings/{id}", id).send().isOk().at("/gone"))
        .isEqualTo("true");
    listings.take(feed, "[]").isProblem(409, "feed-retired");
    post(coalition.olive(), address(feed), "retirement", ended).isProblem(409, "feed-retired");
    post(coalition.olive(), address(feed), "reopening", known).isProblem(412, "version-conflict");
    Answer again = post(coalition.olive(), address(feed), "reopening", ended).isOk();
    assertThat(again.json().has("retiredAt")).isFalse();
    assertThat(listings.names(week)).as("not what had gone before").containsExactly("One");
    listings.take(feed, "[" + Listings.row("b", "Two", "2") + "]").isCreated();
    assertThat(listings.names(week)).containsExactly("Two");
  }

  private static Answer post(Api by, String address, String what, Answer known) {
    return by.post(address + "/" + what).ifMatch(known).send();
  }

  private String address(String feed) {
    String id =
        jdbc.sql("select id from meeting_feed where name = ?")
            .param(feed)
            .query(String.class)
            .single();
    return "/api/meetings/feeds/" + id;
  }

  @Test
  void whatIsNoFileChangesNothing() {
    String feed = listings.feed("half", "aa");
    byte[] whole = FeedFiles.own("messy.json");
    for (byte[] bad :
        List.of(
            Arrays.copyOf(whole, whole.length / 2),
            "<!doctype html><title>Meetings</title>".getBytes(UTF_8),
            "[] and more".getBytes(UTF_8),
            "[]".getBytes(UTF_16))) {
      listings.take(feed, bad).isProblem(400, "malformed");
    }
    listings.take(feed, "{}").isProblem(422, "not-meetings");
    listings.take("nobodys", "[]").isProblem(422, "feed-unknown");
    byte[] marked = ("\ufeff[" + Listings.row("a", "Marked", "1") + "]").getBytes(UTF_8);
    listings.take(feed, marked).isCreated();
  }

  @Test
  void anAgencyLooksAfterItsOwnFeedsOnly() {
    String feed = listings.feed("coalitions", "na");
    listings
        .cora()
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
    listings
        .cora()
        .post("/api/meetings/feeds")
        .body(Map.of("name", feed, "fellowship", "na", "about", Listings.about("UTC")))
        .send()
        .isProblem(409, "feed-name-taken");
    listings
        .cora()
        .post("/api/meetings/feeds")
        .body(Map.of("name", feed + "-2", "fellowship", "na", "about", Listings.about("EST")))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/about/zone", "zone-unknown");
    Answer own =
        listings
            .cora()
            .post("/api/meetings/feeds")
            .body(Map.of("name", feed + "-3", "fellowship", "na", "about", Listings.about("UTC")))
            .send()
            .isCreated();
    var changed = Map.of("title", "Another title", "zone", "America/Chicago");
    String address = own.header("Location");
    listings.cora().put(address).body(changed).send().isProblem(428, "precondition-required");
    Answer after = listings.cora().put(address).ifMatch(own).body(changed).send().isOk();
    assertThat(after.at("/about/zone")).isEqualTo("America/Chicago");
    listings
        .cora()
        .put(address)
        .ifMatch(own)
        .body(changed)
        .send()
        .isProblem(412, "version-conflict");
    assertThat(listings.cora().get("/api/meetings/feeds?limit=1").send().isOk().at("/next"))
        .isNotEmpty();
  }
}
