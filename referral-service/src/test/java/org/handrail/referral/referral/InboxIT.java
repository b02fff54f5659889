package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class InboxIT {
  private final Coalition coalition;

  InboxIT(Coalition coalition) {
    this.coalition = coalition;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void oneAnswerToManyIsJudgedForEachAndRepeatedWithoutEffect() {
    UUID fresh = coalition.delivered();
    UUID ended = coalition.delivered();
    coalition.answer(ended, Map.of("step", "rejected", "reason", "no-capacity")).isOk();
    UUID changed = coalition.delivered();
    coalition.answer(changed, Map.of("step", "acknowledged")).isOk();
    UUID nothing = UUID.randomUUID();
    var body =
        Map.of(
            "step",
            "accepted",
            "items",
            List.of(seen(fresh, 1), seen(ended, 2), seen(changed, 1), seen(nothing, 1)));

    for (int time = 0; time < 2; time++) {
      Answer done =
          coalition
              .hana()
              .post("/api/referrals/answers")
              .key("k-" + fresh)
              .body(body)
              .send()
              .isOk();
      assertThat(lines(done))
          .containsExactly(
              fresh + " 200  2",
              ended + " 409 step-not-allowed ",
              changed + " 412 version-conflict ",
              nothing + " 404 not-found ");
    }
    Answer once = coalition.hana().get("/api/referrals/{id}", fresh).send();
    assertThat(once.at("/status")).isEqualTo("accepted");
    assertThat(once.json().at("/history")).hasSize(2);
    coalition.requesterSees(fresh, "acknowledged");
  }

  @Test
  void sameKeyForOtherAnswersIsRefusedWhole() {
    UUID referral = coalition.delivered();
    UUID another = coalition.delivered();
    var items = List.of(seen(referral, 1));
    coalition
        .hana()
        .post("/api/referrals/answers")
        .key("k-" + referral)
        .body(Map.of("step", "acknowledged", "items", items))
        .send()
        .isOk();
    for (var body :
        List.of(
            Map.of("step", "accepted", "items", items),
            Map.of("step", "acknowledged", "items", List.of(seen(another, 1))),
            Map.of(
                "step", "acknowledged", "items", List.of(seen(referral, 1), seen(another, 1))))) {
      coalition
          .hana()
          .post("/api/referrals/answers")
          .key("k-" + referral)
          .body(body)
          .send()
          .isProblem(422, "idempotency-key-reused");
    }

    assertThat(coalition.hana().get("/api/referrals/{id}", referral).send().at("/status"))
        .isEqualTo("requested");
    assertThat(coalition.hana().get("/api/referrals/{id}", another).send().at("/businessStatus"))
        .isEqualTo("delivered");
  }

  @Test
  void refusesAListThatMakesNoSenseWhole() {
    UUID referral = coalition.delivered();
    coalition
        .hana()
        .post("/api/referrals/answers")
        .body(
            Map.of("step", "acknowledged", "items", List.of(seen(referral, 1), seen(referral, 1))))
        .send()
        .isProblem(400, "invalid")
        .hasFault("/items/1/id", "twice");
    coalition
        .hana()
        .post("/api/referrals/answers")
        .body(Map.of("step", "rejected", "items", List.of(seen(referral, 1))))
        .send()
        .hasStatus(400);
    coalition
        .maya()
        .post("/api/referrals/answers")
        .body(Map.of("step", "acknowledged", "items", List.of(seen(referral, 1))))
        .send()
        .isProblem(403, "role-not-allowed");
    assertThat(coalition.hana().get("/api/referrals/{id}", referral).send().at("/businessStatus"))
        .isEqualTo("delivered");
  }

  @Test
  void filtersByWhatThisSideSees() {
    UUID open = coalition.delivered();
    UUID accepted = coalition.delivered();
    UUID called = coalition.delivered();
    coalition.answer(accepted, Map.of("step", "accepted")).isOk();
    coalition.requesterSees(accepted, "acknowledged");
    coalition.answer(called, Map.of("step", "accepted")).isOk();
    coalition
        .maya()
        .post("/api/referrals/{id}/cancellation", called)
        .ifMatch(coalition.requesterSees(called, "acknowledged"))
        .body(Map.of("reason", "client-declined"))
        .send()
        .isOk();
    Eventually.get(
        () -> coalition.hana().get("/api/referrals/{id}", called).send(),
        a -> a.at("/status").equals("cancelled"));

    assertThat(inbox("status=requested"))
        .contains(open.toString())
        .doesNotContain(accepted.toString(), called.toString());
    assertThat(inbox("status=accepted"))
        .contains(accepted.toString())
        .doesNotContain(open.toString(), called.toString());
    assertThat(inbox("status=cancelled"))
        .contains(called.toString())
        .doesNotContain(open.toString(), accepted.toString());
    assertThat(inbox("urgency=urgent&from=riverbend"))
        .contains(open.toString(), accepted.toString(), called.toString());
    assertThat(inbox("urgency=routine")).doesNotContain(open.toString());
    assertThat(inbox("from=cedarhouse")).doesNotContain(open.toString());
    UUID draft = coalition.drafted(coalition.chosen(coalition.client())).id();
    assertThat(whole(coalition.maya(), "direction=out&status=draft"))
        .contains(draft.toString())
        .doesNotContain(open.toString());
    coalition.hana().get("/api/referrals?direction=in&status=gone").send().hasStatus(400);
  }

  private String inbox(String filter) {
    return whole(coalition.hana(), "direction=in&" + filter);
  }

  /** Page by page: other tests sent referrals too. */
  private static String whole(Api reader, String filter) {
    var found = new StringBuilder();
    String after = "";
    do {
      Answer page = reader.get("/api/referrals?limit=100&" + filter + after).send().isOk();
      found.append(page.text());
      after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!after.isEmpty());
    return found.toString();
  }

  private static Map<String, Object> seen(UUID id, long version) {
    return Map.of("id", id, "version", version);
  }

  private static List<String> lines(Answer done) {
    return done.json()
        .at("/items")
        .valueStream()
        .map(
            item ->
                String.join(
                    " ",
                    Stream.of("id", "status", "code", "version")
                        .map(field -> item.path(field).asString(""))
                        .toList()))
        .toList();
  }
}
