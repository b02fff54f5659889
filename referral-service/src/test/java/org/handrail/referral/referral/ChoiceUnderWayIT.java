package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Eventually;
import org.handrail.referral.fixtures.Providers;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.fixtures.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceIT
class ChoiceUnderWayIT {
  private final Coalition coalition;
  private final Providers providers;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  ChoiceUnderWayIT(
      Coalition coalition, Providers providers, Transactions transactions, JdbcClient jdbc) {
    this.coalition = coalition;
    this.providers = providers;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void ofOneChoiceASecondIsNotSentWhileTheFirstIsUnderWay() {
    UUID set = coalition.chosen(coalition.client());
    UUID first = coalition.delivered(set);
    Answer second = coalition.drafted(set);

    Answer refused = coalition.send(second).isProblem(409, "choice-under-way");
    assertThat(refused.at("/referralId")).isEqualTo(first.toString());
    assertThat(read(second.id()).at("/status")).isEqualTo("draft");
    for (String step : List.of("acknowledged", "accepted", "attended")) {
      coalition.answer(first, Map.of("step", step)).isOk();
    }
    coalition.requesterSees(first, "attended");
    coalition.send(second).isProblem(409, "choice-under-way");
    coalition.delivered(coalition.chosen(coalition.client()));
  }

  @Test
  void whatTheDoorRefusedIsUnderWayAndCanBeSentAgain() {
    UUID set = coalition.chosen(coalition.client());
    Coalition.DOOR.denies("consent-missing");
    UUID first = coalition.sent(set);
    Answer refused =
        Eventually.get(() -> read(first), answer -> !answer.at("/attention").isEmpty());
    Coalition.DOOR.reset();

    coalition.send(coalition.drafted(set)).isProblem(409, "choice-under-way");
    coalition.send(refused).isOk();
    coalition.requesterSees(first, "delivered");
  }

  @Test
  void theNextGoesOnceTheFirstHasEnded() {
    UUID set = coalition.chosen(coalition.client());
    for (Map<String, Object> end :
        List.<Map<String, Object>>of(
            Map.of("step", "rejected", "reason", "no-capacity"),
            Map.of("step", "returned", "reason", "other"),
            Map.of("step", "cancelled", "reason", "client-declined"))) {
      UUID referral = coalition.delivered(set);
      coalition.answer(referral, end).isOk();
      Eventually.get(
          () -> read(referral),
          answer -> List.of("rejected", "cancelled").contains(answer.at("/status")));
    }
    for (String act : List.of("cancellation", "correction")) {
      UUID referral = coalition.delivered(set);
      var body = new HashMap<String, Object>();
      if (act.equals("cancellation")) {
        body.put("reason", "other");
      }
      coalition
          .maya()
          .post("/api/referrals/{id}/{act}", referral, act)
          .ifMatch(read(referral))
          .body(body)
          .send()
          .isOk();
    }
    coalition.delivered(set);
  }

  @Test
  void anAnswerThatTheDoorKeepsBackEndsNothingForTheRequester() {
    UUID set = coalition.chosen(coalition.client());
    Coalition.DOOR.closesTheWayBack("consent-discloser");
    UUID first = coalition.delivered(set);
    coalition.answer(first, Map.of("step", "rejected", "reason", "no-capacity")).isOk();
    Eventually.get(Coalition.DOOR::asked, asked -> asked.size() == 2);

    coalition.send(coalition.drafted(set)).isProblem(409, "choice-under-way");
  }

  @Test
  void ofSeveralAtTheSameTimeExactlyOneIsSent() throws Exception {
    for (int round = 0; round < 10; round++) {
      UUID set = coalition.chosen(coalition.client());
      Answer one = coalition.drafted(set);
      Answer two = coalition.drafted(set);
      Answer three = coalition.drafted(set);

      List<Answer> answers =
          Together.of(
              () -> coalition.send(one), () -> coalition.send(two), () -> coalition.send(three));

      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409, 409);
      String sent =
          answers.stream().filter(a -> a.status() == 200).findFirst().orElseThrow().at("/id");
      assertThat(answers)
          .filteredOn(answer -> answer.status() == 409)
          .allSatisfy(answer -> assertThat(answer.at("/referralId")).isEqualTo(sent));
      assertThat(underWay(set)).isOne();
    }
  }

  @Test
  void aChoiceIsEitherSentOrItsPlacesAreAsked() {
    UUID asked = coalition.ranked(coalition.client());
    Map<String, Object> wanted = new HashMap<>(Coalition.draft(asked));
    wanted.put("area", "amity-county");
    Answer opening =
        coalition.maya().post("/api/referrals/openings").body(wanted).send().isCreated();
    Answer refused = coalition.send(coalition.drafted(asked)).isProblem(409, "choice-under-way");
    assertThat(refused.json().has("referralId")).isFalse();
    assertThat(refused.at("/openingId")).isEqualTo(opening.id().toString());
    coalition.maya().post("/api/referrals/openings/{id}/withdrawal", opening.id()).send().isOk();
    UUID sent = coalition.delivered(asked);

    Answer late =
        coalition
            .maya()
            .post("/api/referrals/openings")
            .body(wanted)
            .send()
            .isProblem(409, "choice-under-way");
    assertThat(late.at("/referralId")).isEqualTo(sent.toString());
  }

  @Test
  void aReplayedDraftIsTheFirstAlsoWhenThePlaceIsNoLongerOffered() {
    UUID service = providers.service();
    String need = "need-" + UUID.randomUUID();
    providers.term(need);
    UUID set =
        coalition.options().present(coalition.client(), need, List.of(service)).isCreated().id();
    coalition.options().choose(set, service).isCreated();
    String key = UUID.randomUUID().toString();
    UUID first = draft(set, key).isCreated().id();
    providers.closes(service);

    assertThat(draft(set, key).isCreated().id()).isEqualTo(first);
    assertThat(draft(set, UUID.randomUUID().toString()).status()).isEqualTo(422);
  }

  private Answer draft(UUID set, String key) {
    return coalition.maya().post("/api/referrals").key(key).body(Coalition.draft(set)).send();
  }

  private Answer read(UUID referral) {
    return coalition.maya().get("/api/referrals/{id}", referral).send().isOk();
  }

  private int underWay(UUID set) {
    return AgencyScope.as(new AgencyId("riverbend"))
        .call(
            () ->
                transactions.reading(
                    () ->
                        jdbc.sql(
                                """
                                select count(*) from referral_request
                                where option_set_id = :set and under_way
                                """)
                            .param("set", set)
                            .query(Integer.class)
                            .single()));
  }
}
