package org.handrail.e2e;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.handrail.local.BrowserSignIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Each process, and in the end all of them, ends as in a power cut while people go on with their
 * journeys. What was accepted is there afterwards, every event arrives, nothing takes effect twice,
 * nobody is signed out.
 */
class FaultsIT {

  private static final Coalition COALITION = Coalition.running();
  private static final Api MAYA = COALITION.as("maya@riverbend.example");
  private static final Api HANA = COALITION.as("hana@harborlight.example");
  private static final Loop LOOP = Loop.riverbendToHarborlight(COALITION);

  private static Api browser;
  private static BrowserSignIn.Tokens tokens;
  private static SignInWatch watch;
  private static ResumingStream intakeDesk;
  private static ResumingStream mayasBrowser;
  private static List<Journey> journeys;

  @BeforeAll
  static void powerCutsHappen() throws InterruptedException, ExecutionException {
    browser = COALITION.inBrowser("maya@riverbend.example");
    tokens = COALITION.tokens("maya@riverbend.example");
    watch = SignInWatch.over(browser);
    intakeDesk = ResumingStream.of(HANA);
    mayasBrowser = ResumingStream.of(browser);
    journeys = new PowerCuts(COALITION).happen();
  }

  @AfterAll
  static void stop() {
    intakeDesk.close();
    mayasBrowser.close();
    watch.close();
  }

  @Test
  void whatWasAcceptedIsThere() {
    assertThat(journeys).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    for (var journey : journeys) {
      assertThat(MAYA.get("/api/clients/" + journey.client()).is(200).at("/status"))
          .isEqualTo("active");
      assertThat(MAYA.get("/api/consents/" + journey.consent()).is(200).at("/status"))
          .isEqualTo("active");
      assertThat(MAYA.get("/api/plans/" + journey.plan()).is(200).at("/status"))
          .isEqualTo("active");
      assertThat(steps(LOOP.seenByIntake(journey.referral()).is(200).body()))
          .containsSubsequence(Journey.ANSWERS)
          .doesNotHaveDuplicates();
      assertThat(steps(LOOP.seenByPrs(journey.referral()).is(200).body()))
          .containsSubsequence(Journey.ANSWERS)
          .doesNotHaveDuplicates();
    }
  }

  private static List<String> steps(JsonNode referral) {
    return referral.get("history").valueStream().map(one -> one.get("step").asString()).toList();
  }

  @Test
  void eachStepPassedTheDoorOnce() {
    for (var journey : journeys) {
      var released =
          LOOP.ledger(journey.client())
              .valueStream()
              .filter(row -> row.path("referralId").asString().equals(journey.referral()))
              .filter(row -> row.path("outcome").asString().equals("released"))
              .collect(groupingBy(row -> row.path("recipient").asString(), counting()));
      assertThat(released)
          .as("releases of %s", journey)
          .isEqualTo(Map.of("harborlight", 1L, "riverbend", (long) Journey.ANSWERS.size()));
    }
  }

  @Test
  void eachMilestoneIsProposedOnce() {
    for (var journey : journeys) {
      Loop.until(() -> milestone(journey).path("status").asString().equals("proposed"));
      assertThat(milestone(journey).at("/proposal/referralId").asString())
          .isEqualTo(journey.referral());
    }
    var proposals =
        once(Told.of(COALITION, "handrail.plan.v1")).stream()
            .filter(event -> event.type().equals("org.handrail.milestone.proposed.v1"))
            .collect(groupingBy(Told::subject, counting()));
    for (var journey : journeys) {
      assertThat(proposals.get(milestone(journey).get("id").asString())).isEqualTo(1);
    }
  }

  private static JsonNode milestone(Journey journey) {
    var milestones = MAYA.get("/api/milestones?planId=" + journey.plan()).is(200).body();
    assertThat(milestones.get("items").size()).isEqualTo(1);
    return milestones.at("/items/0");
  }

  @Test
  void everyEventOfAReferralArrivesInItsOrder() {
    var told =
        once(Told.of(COALITION, "handrail.referral.v1")).stream()
            .collect(groupingBy(Told::subject));
    for (var journey : journeys) {
      var events = told.getOrDefault(journey.referral(), List.of());
      assertThat(versions(events, "riverbend"))
          .as("drafted, sent, and each answer that came back")
          .containsExactly(0L, 1L, 3L, 4L, 5L, 6L, 7L, 8L);
      assertThat(versions(events, "harborlight"))
          .as("delivered, and each answer that was given")
          .containsExactlyElementsOf(LongStream.rangeClosed(2, 8).boxed().toList());
    }
  }

  private static List<Long> versions(List<Told> events, String side) {
    return events.stream().filter(e -> e.side().equals(side)).map(Told::version).toList();
  }

  /** As consumers take them: of repeats, which must be the same to the last byte, the first. */
  private static Collection<Told> once(List<Told> events) {
    var known = new HashMap<String, Told>();
    var first = new ArrayList<Told>();
    for (var event : events) {
      var before = known.putIfAbsent(event.id(), event);
      if (before == null) {
        first.add(event);
      } else {
        assertThat(event).isEqualTo(before);
      }
    }
    return first;
  }

  @Test
  void theReceiverIsToldOnceOfEachReferral() {
    var referrals = journeys.stream().map(Journey::referral).toList();
    isTold(intakeDesk, "referral-delivered", referrals);
    assertThat(intakeDesk.answers()).as("it was broken off").hasSizeGreaterThan(2);
    assertThat(listed(HANA, "referral-delivered")).containsAll(referrals).doesNotHaveDuplicates();
  }

  @Test
  void theRequestersBrowserIsToldOnceOfEachAnswer() {
    var referrals = journeys.stream().map(Journey::referral).toList();
    for (var answer : Journey.ANSWERS) {
      var code = "referral-" + answer;
      isTold(mayasBrowser, code, referrals);
    }
    assertThat(mayasBrowser.answers()).as("nobody was signed out").doesNotContain(401, 403, 500);
  }

  private static void isTold(ResumingStream stream, String code, List<String> referrals) {
    Loop.untilAsserted(
        () -> assertThat(stream.toldOf(code)).as(stream.toString()).containsAll(referrals));
    assertThat(stream.toldOf(code)).doesNotHaveDuplicates();
  }

  private static List<String> listed(Api person, String code) {
    var subjects = new ArrayList<String>();
    var path = "/api/notifications?limit=200";
    for (var next = path; next != null; ) {
      var page = person.get(next).is(200).body();
      page.get("items")
          .valueStream()
          .filter(one -> one.path("code").asString().equals(code))
          .forEach(one -> subjects.add(one.get("subjectId").asString()));
      next = page.hasNonNull("next") ? path + "&after=" + page.get("next").asString() : null;
    }
    return subjects;
  }

  @Test
  void nobodyIsSignedOut() {
    assertThat(browser.get("/api/me").is(200).at("/agency")).isEqualTo("riverbend");
    assertThat(watch.statuses()).contains(200).isSubsetOf(200, 503, 504);
    // The gateway asks for this when a token is about to end.
    COALITION.renewal(tokens).is(200);
  }
}
