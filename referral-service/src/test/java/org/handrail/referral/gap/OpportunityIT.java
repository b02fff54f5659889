package org.handrail.referral.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class OpportunityIT {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private final Coalition coalition;

  OpportunityIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  @Proves("C14")
  void isPublishedOnceReviewedAndTellsWhomToTalkTo() {
    Answer posted = post(today().plusDays(10), today().plusDays(11)).isCreated();
    Api client = coalition.as("cleo", "riverbend", Role.CLIENT);
    client.get("/api/directory/opportunities/{id}", posted.id()).send().isNotFound();
    assertThat(listed(client, posted)).isFalse();

    review(posted, Map.of("publish", true)).isOk();

    Answer seen = client.get("/api/directory/opportunities/{id}", posted.id()).send().isOk();
    assertThat(seen.at("/contact/phone")).isEqualTo("(419) 555-0123");
    assertThat(seen.json().at("/places").asInt()).isEqualTo(6);
    assertThat(listed(client, posted)).isTrue();
    withdraw("hillcrest", seen).isNotFound();
    withdraw("harborlight", seen).isOk();
    assertThat(listed(client, posted)).isFalse();
  }

  @Test
  void isDeclinedForAReasonAndDecidedOnce() {
    Answer posted = post(today(), today()).isCreated();
    review(posted, Map.of("publish", false))
        .isProblem(422, "review-deficient")
        .hasFault("/reason", "reason-unfit");
    Answer declined = review(posted, Map.of("publish", false, "reason", "not-offered")).isOk();
    review(declined, Map.of("publish", true)).isProblem(409, "reviewed-already");
    withdraw("harborlight", declined).isProblem(409, "reviewed-already");
    coalition
        .maya()
        .post("/api/directory/opportunities/{id}/review", posted.id())
        .ifMatch(posted)
        .body(Map.of("publish", true))
        .send()
        .isProblem(403, "role-not-allowed");
  }

  @Test
  @Proves("C14")
  void whatIsPublishedCanStillBeDeclinedByTheCoalitionAndWhoPostedItHears() {
    Answer posted = post(today(), today()).isCreated();
    Answer published = review(posted, Map.of("publish", true)).isOk();
    review(published, Map.of("publish", true)).isProblem(409, "reviewed-already");
    review(published, Map.of("publish", false))
        .isProblem(422, "review-deficient")
        .hasFault("/reason", "reason-unfit");

    Answer declined = review(published, Map.of("publish", false, "reason", "other")).isOk();

    assertThat(declined.at("/state")).isEqualTo("declined");
    assertThat(listed(coalition.hana(), posted)).isFalse();
    String ada = TokenIssuer.subject("ada").value();
    assertThat(Askings.about(posted.id(), 2))
        .containsExactlyInAnyOrder(
            "harborlight opportunity-published " + ada, "harborlight opportunity-declined " + ada);
  }

  @Test
  void whatAColleagueWithdrewIsToldToWhoPostedIt() {
    Answer posted = post(today(), today()).isCreated();
    coalition
        .as("adam", "harborlight", Role.AGENCY_ADMIN)
        .post("/api/directory/opportunities/{id}/withdrawal", posted.id())
        .ifMatch(posted)
        .send()
        .isOk();
    assertThat(Askings.about(posted.id(), 1))
        .containsExactly("harborlight opportunity-withdrawn " + TokenIssuer.subject("ada").value());
  }

  @Test
  void hasADayOnWhichItIsStillToCome() {
    post(today(), today().minusDays(1))
        .isProblem(422, "review-deficient")
        .hasFault("/endsOn", "before-start")
        .hasFault("/endsOn", "in-past");
  }

  @Test
  void isToldUntilItsLastDayIsOverInTheCoalition() {
    LocalDate last = LocalDate.parse("2026-12-10");
    coalition.clock().set(Instant.parse("2026-12-11T02:00:00Z"));
    Answer posted = post(last, last).isCreated();
    review(posted, Map.of("publish", true)).isOk();
    assertThat(listed(coalition.hana(), posted)).isTrue();
    coalition.clock().set(Instant.parse("2026-12-11T05:00:00Z"));
    assertThat(listed(coalition.hana(), posted)).isFalse();
  }

  @Test
  void hasBegunAYearAgoAtMost() {
    post(today().minusYears(1), today()).isCreated();
    post(LocalDate.parse("1950-01-01"), today())
        .isProblem(422, "review-deficient")
        .hasFault("/startsOn", "too-long-ago");
  }

  @Test
  void saysHowWhoHelpsCanReachThem() {
    Api ada = coalition.as("ada", "harborlight", Role.AGENCY_ADMIN);

    post(ada, "amity-county", today(), today(), Map.of("email", ""))
        .isProblem(400, "invalid")
        .hasFault("/contact", "missing");
    post(ada, "amity-county", today(), today(), Map.of("email", "a@b"))
        .isProblem(400, "invalid")
        .hasFault("/contact/email", "wrong-format");
  }

  @Test
  void isNoLongerAheadThanAnybodyKnows() {
    post(today(), today().plusYears(2).plusDays(1))
        .isProblem(422, "review-deficient")
        .hasFault("/endsOn", "too-far-ahead");
  }

  @Test
  void isWhereTheDirectoryHasAnArea() {
    Answer refused =
        post("lives-at-elm", today(), today())
            .isProblem(400, "invalid")
            .hasFault("/area", "unknown");
    assertThat(refused.text()).contains("amity-county");
  }

  @Test
  void untilItIsPublishedThoseWhoPostAndThoseWhoReviewSeeIt() {
    Answer posted = post(today().plusDays(10), today().plusDays(11)).isCreated();
    List<Api> others =
        List.of(
            coalition.hana(),
            coalition.as("cleo", "harborlight", Role.CLIENT),
            coalition.as("paul", "harborlight", Role.PEER_SPECIALIST),
            coalition.as("sal", "harborlight", Role.SUPERVISOR),
            coalition.as("ada", "hillcrest", Role.AGENCY_ADMIN));
    for (Api other : others) {
      other.get("/api/directory/opportunities/{id}", posted.id()).send().isNotFound();
      assertThat(proposed(other)).doesNotContain(posted.id().toString());
    }
    for (Api one :
        List.of(coalition.as("adam", "harborlight", Role.AGENCY_ADMIN), coalition.olive())) {
      one.get("/api/directory/opportunities/{id}", posted.id()).send().isOk();
      assertThat(proposed(one)).contains(posted.id().toString());
    }
    Answer published = review(posted, Map.of("publish", true)).isOk();
    for (Api other : others) {
      other.get("/api/directory/opportunities/{id}", posted.id()).send().isOk();
    }
    withdraw("harborlight", published).isOk();
    coalition.hana().get("/api/directory/opportunities/{id}", posted.id()).send().isNotFound();
  }

  @Test
  void nobodyPublishesTheirOwn() {
    Api both = coalition.as("ada", "coalition", Role.AGENCY_ADMIN, Role.COALITION_ADMIN);
    Answer posted = post(both, "amity-county", today(), today()).isCreated();
    both.post("/api/directory/opportunities/{id}/review", posted.id())
        .ifMatch(posted)
        .body(Map.of("publish", true))
        .send()
        .isProblem(409, "own-review");
    review(posted, Map.of("publish", true)).isOk();
  }

  private static String proposed(Api reader) {
    return reader.get("/api/directory/opportunities?state=proposed&limit=100").send().isOk().text();
  }

  private boolean listed(Api reader, Answer posted) {
    return reader
        .get("/api/directory/opportunities?limit=100")
        .send()
        .isOk()
        .text()
        .contains(posted.id().toString());
  }

  private Answer post(LocalDate starts, LocalDate ends) {
    return post("amity-county", starts, ends);
  }

  private Answer post(String area, LocalDate starts, LocalDate ends) {
    return post(coalition.as("ada", "harborlight", Role.AGENCY_ADMIN), area, starts, ends);
  }

  private static Answer post(Api by, String area, LocalDate starts, LocalDate ends) {
    return post(by, area, starts, ends, Map.of("phone", "(419) 555-0123"));
  }

  private static Answer post(
      Api by, String area, LocalDate starts, LocalDate ends, Map<String, String> contact) {
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "kind",
                "volunteer",
                "title",
                "Cook with us on Sundays",
                "area",
                area,
                "startsOn",
                starts.toString(),
                "endsOn",
                ends.toString(),
                "places",
                6));
    body.put("contact", contact);
    return by.post("/api/directory/opportunities").body(body).send();
  }

  private Answer review(Answer seen, Map<String, Object> decision) {
    return coalition
        .olive()
        .post("/api/directory/opportunities/{id}/review", seen.id())
        .ifMatch(seen)
        .body(decision)
        .send();
  }

  private Answer withdraw(String agency, Answer seen) {
    return coalition
        .as("ada", agency, Role.AGENCY_ADMIN)
        .post("/api/directory/opportunities/{id}/withdrawal", seen.id())
        .ifMatch(seen)
        .send();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(coalition.clock().instant(), ZONE);
  }
}
