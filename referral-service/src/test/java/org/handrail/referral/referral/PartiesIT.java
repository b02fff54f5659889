package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.http.Codes;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.DoorServer;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every action by everybody in every state that people can bring a referral to: what is not
 * somebody's to do is refused alike, and changes nothing.
 */
@ReferralServiceIT
class PartiesIT {
  private static final DoorServer DOOR = Coalition.DOOR;
  private static final Map<String, Object> ACCEPTED = step("accepted");
  private static final Map<String, String> ENDED_BY_REQUESTER =
      Map.of("entered-in-error", "correction", "cancelled by requester", "cancellation");
  private static final Map<String, Object> PAUSED =
      Map.of("step", "on-hold", "reason", "waiting-for-place");

  private final Coalition coalition;
  private final TimePassing time;

  PartiesIT(Coalition coalition, TimePassing time) {
    this.coalition = coalition;
    this.time = time;
  }

  @AfterEach
  void backToNow() {
    time.backToNow();
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  /** Somebody, and what they are answered to anything that is not theirs to do. */
  private record Somebody(String name, Api api, boolean sends, boolean answers, boolean reads) {}

  @Test
  @Proves("P2-QSO-2")
  void nobodyDoesWhatIsNotTheirs() {
    UUID client = coalition.client();
    coalition.assign("riverbend", client, "ana", "self");
    coalition.assign("riverbend", client, "rosa", "supervisor");
    int tried = 0;
    var states = answers();
    for (var state : states.entrySet()) {
      UUID referral = bring(client, state.getKey(), state.getValue());
      boolean delivered = !Set.of("draft", "awaiting").contains(state.getKey());
      for (Somebody somebody : everybody(delivered)) {
        Answer before = somebody.api().get("/api/referrals/{id}", referral).send();
        assertThat(before.status())
            .as("%s reads %s", somebody.name(), state.getKey())
            .isEqualTo(somebody.reads() ? 200 : 404);
        Set<String> allowed =
            before
                .json()
                .at("/allowed")
                .valueStream()
                .map(s -> s.asString())
                .collect(Collectors.toSet());
        assertThat(allowed.isEmpty() || somebody.sends() || somebody.answers()).isTrue();
        tried += tryAll(somebody, referral, state.getKey(), allowed, before);
        assertThat(withoutTrace(somebody.api().get("/api/referrals/{id}", referral).send()))
            .as("%s in %s", somebody.name(), state.getKey())
            .isEqualTo(withoutTrace(before));
      }
    }
    assertThat(tried).isGreaterThan(states.size() * 7 * 12);
  }

  private int tryAll(
      Somebody somebody, UUID referral, String state, Set<String> allowed, Answer seen) {
    int tried = 0;
    for (String act : List.of("sending", "cancellation", "correction")) {
      String step =
          act.equals("cancellation")
              ? "cancelled"
              : act.equals("correction") ? "entered-in-error" : act;
      if (somebody.sends() && allowed.contains(step)) {
        continue;
      }
      int expected = somebody.sends() ? 409 : outsider(somebody, "peer");
      Answer refused =
          post(
              somebody, referral, act, Map.of("reason", "other"), seen, act.equals("cancellation"));
      assertThat(refused.status())
          .as("%s: %s in %s: %s", somebody.name(), act, state, refused.text())
          .isEqualTo(expected);
      tried++;
    }
    for (AnswerStep answer : AnswerStep.values()) {
      if (somebody.answers() && allowed.contains(Codes.of(answer))) {
        continue;
      }
      int expected = somebody.answers() ? 409 : outsider(somebody, "intake");
      Answer refused =
          post(somebody, referral, "answers", Map.of("step", Codes.of(answer)), seen, true);
      assertThat(refused.status())
          .as("%s: %s in %s: %s", somebody.name(), answer, state, refused.text())
          .isEqualTo(expected);
      tried++;
    }
    return tried;
  }

  private static Answer post(
      Somebody somebody,
      UUID referral,
      String act,
      Map<String, Object> body,
      Answer seen,
      boolean withBody) {
    var request = somebody.api().post("/api/referrals/" + referral + "/" + act);
    request = seen.etag().isEmpty() ? request.ifMatch(0) : request.ifMatch(seen);
    return (withBody ? request.body(body) : request).send();
  }

  /** Without the role 403, whatever there is; with it, but not for them, 404. */
  private static int outsider(Somebody somebody, String role) {
    return somebody.name().contains(role) ? 404 : 403;
  }

  private List<Somebody> everybody(boolean delivered) {
    return List.of(
        new Somebody("peer who sent it", coalition.maya(), true, false, true),
        new Somebody(
            "peer who is a stranger",
            coalition.as("paul", "riverbend", Role.PEER_SPECIALIST),
            false,
            false,
            false),
        new Somebody("intake of the receiver", coalition.hana(), false, delivered, delivered),
        new Somebody(
            "peer of the receiver",
            coalition.as("henry", "harborlight", Role.PEER_SPECIALIST),
            false,
            false,
            false),
        new Somebody("intake of another agency", coalition.hilda(), false, false, false),
        new Somebody(
            "supervisor", coalition.as("rosa", "riverbend", Role.SUPERVISOR), false, false, true),
        new Somebody("client", coalition.as("ana", "riverbend", Role.CLIENT), false, false, true));
  }

  @Test
  void coalitionsOwnPeopleSeeNoReferral() {
    UUID referral = coalition.delivered();
    for (Role role : List.of(Role.COALITION_ADMIN, Role.PRIVACY_OFFICER)) {
      Api hub = coalition.as("olive", "coalition", role);
      hub.get("/api/referrals/{id}", referral).send().isProblem(403, "role-not-allowed");
      hub.get("/api/referrals/{id}/history", referral).send().isProblem(403, "role-not-allowed");
      hub.get("/api/referrals?direction=in").send().isProblem(403, "role-not-allowed");
      for (String act : List.of("sending", "cancellation", "correction", "answers")) {
        hub.post("/api/referrals/" + referral + "/" + act)
            .ifMatch(0)
            .body("{}")
            .send()
            .isProblem(403, "role-not-allowed");
      }
    }
  }

  private UUID bring(UUID client, String state, List<Map<String, Object>> answers) {
    if (state.equals("expired") || state.equals("rerouted")) {
      return outOfTime(client, state);
    }
    UUID set = coalition.chosen(client);
    if (ENDED_BY_REQUESTER.containsKey(state)) {
      return endedByRequester(coalition.delivered(set), state);
    }
    if (state.equals("draft")) {
      return coalition.drafted(set).id();
    }
    if (state.equals("awaiting")) {
      DOOR.denies("consent-missing");
      UUID refused = coalition.sent(set);
      Eventually.get(
          () -> coalition.maya().get("/api/referrals/{id}", refused).send(),
          a -> !a.at("/attention").isEmpty());
      DOOR.reset();
      return refused;
    }
    UUID referral = coalition.delivered(set);
    for (Map<String, Object> answer : answers) {
      coalition.answer(referral, answer).isOk();
    }
    int steps = 2 + answers.size();
    Eventually.get(
        () -> coalition.maya().get("/api/referrals/{id}", referral).send(),
        a -> a.json().at("/history").size() == steps);
    return referral;
  }

  private UUID outOfTime(UUID client, String state) {
    UUID referral =
        time.delivered(
            state.equals("expired") ? coalition.chosen(client) : coalition.ranked(client));
    time.outOfTime();
    coalition.requesterSees(referral, state);
    time.carried();
    return referral;
  }

  private UUID endedByRequester(UUID referral, String state) {
    Answer seen = coalition.maya().get("/api/referrals/{id}", referral).send().isOk();
    var ending =
        coalition
            .maya()
            .post("/api/referrals/" + referral + "/" + ENDED_BY_REQUESTER.get(state))
            .ifMatch(seen);
    (state.equals("entered-in-error") ? ending : ending.body(Map.of("reason", "other")))
        .send()
        .isOk();
    time.carried();
    return referral;
  }

  /** A state, by the answers that lead there; none to what nobody's answer leads to. */
  private Map<String, List<Map<String, Object>>> answers() {
    Map<String, Object> scheduled = Map.of("step", "accepted", "intakeAt", coalition.muchLater());
    var all = new LinkedHashMap<String, List<Map<String, Object>>>();
    all.put("draft", List.of());
    all.put("awaiting", List.of());
    all.put("delivered", List.of());
    all.put("acknowledged", List.of(step("acknowledged")));
    var open = new LinkedHashMap<String, List<Map<String, Object>>>();
    open.put("accepted", List.of(ACCEPTED));
    open.put("waitlisted", List.of(step("waitlisted")));
    open.put("intake-scheduled", List.of(scheduled));
    open.put("hold-granted", List.of(ACCEPTED, step("hold-granted")));
    open.put("missed", List.of(scheduled, step("missed")));
    open.put("attended", List.of(ACCEPTED, step("attended")));
    open.put("engaged", List.of(ACCEPTED, step("attended"), step("engaged")));
    all.putAll(open);
    open.forEach((state, answers) -> all.put("on-hold " + state, with(answers, PAUSED)));
    for (String state : List.of("attended", "engaged")) {
      List<Map<String, Object>> there = open.getOrDefault(state, List.of());
      all.put("completed " + state, with(there, step("completed")));
      all.put("failed " + state, with(there, Map.of("step", "failed", "reason", "client-left")));
    }
    all.put("rejected", List.of(Map.of("step", "rejected", "reason", "no-capacity")));
    for (String reason : List.of("client-declined", "additional-assessment-required")) {
      all.put(reason, List.of(Map.of("step", "rejected", "reason", reason)));
    }
    ENDED_BY_REQUESTER.keySet().forEach(state -> all.put(state, List.of()));
    all.put("expired", List.of());
    all.put("rerouted", List.of());
    all.put("returned", List.of(Map.of("step", "returned", "reason", "other")));
    all.put("cancelled", List.of(ACCEPTED, Map.of("step", "cancelled", "reason", "other")));
    return all;
  }

  private static List<Map<String, Object>> with(
      List<Map<String, Object>> answers, Map<String, Object> more) {
    var all = new ArrayList<>(answers);
    all.add(more);
    return all;
  }

  private static Map<String, Object> step(String step) {
    return Map.of("step", step);
  }

  private static String withoutTrace(Answer answer) {
    return answer.text().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
  }
}
