package org.handrail.referral.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.referral.opening.MayasOpenings.claim;
import static org.handrail.referral.opening.MayasOpenings.offer;
import static org.handrail.referral.opening.MayasOpenings.offered;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.Askings;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.Providers;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.handrail.referral.referral.TimePassing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An opening is not left to itself: it is found, somebody hears of it, and it ends. */
@ReferralServiceIT
class OpeningEndIT {
  private static final String MAYA = TokenIssuer.subject("maya").value();
  private static final String PAUL = TokenIssuer.subject("paul").value();

  private final Coalition coalition;
  private final MayasOpenings maya;
  private final Providers providers;
  private final TimePassing time;

  OpeningEndIT(Coalition coalition, Providers providers, TimePassing time) {
    this.providers = providers;
    this.coalition = coalition;
    this.time = time;
    maya = new MayasOpenings(coalition);
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @AfterEach
  void backToNow() {
    time.backToNow();
  }

  @Test
  void whatNobodyClaimsIsToldToWhoeverIsThereAndThenTakenBack() {
    UUID client = coalition.client();
    Answer opening = maya.open(coalition.ranked(client)).isCreated();
    UUID atHarborlight = offered(coalition.hana());
    coalition.handsOverTo("paul", client);

    time.later(Duration.ofMinutes(121));
    assertThat(offer(coalition.hana(), atHarborlight).at("/state")).isEqualTo("open");
    assertThat(Askings.about(opening.id(), 1))
        .containsExactly("riverbend opening-unclaimed " + PAUL);

    time.later(Duration.ofHours(22));
    assertThat(Askings.about(opening.id(), 2)).contains("riverbend opening-overdue " + PAUL);
    assertThat(offer(coalition.hana(), atHarborlight).at("/state")).isEqualTo("gone");
    claim(coalition.hana(), atHarborlight).isProblem(409, "opening-gone");
    Answer ended = coalition.paul().get("/api/referrals/openings/{id}", opening.id()).send().isOk();
    assertThat(ended.json().at("/ended").asBoolean()).isTrue();
    assertThat(Coalition.DOOR.asked()).isEmpty();
  }

  @Test
  void whatWasClaimedIsNotWaitedForAnyMore() {
    Answer opening = maya.open(coalition.ranked(coalition.client())).isCreated();
    claim(coalition.hilda(), offered(coalition.hilda())).isOk();
    UUID referral = maya.referral(opening.id());
    coalition.requesterSees(referral, "delivered");

    time.later(Duration.ofHours(25));

    assertThat(time.askedByNow(opening.id())).isEmpty();
  }

  @Test
  void whoeverIsAtTheClientsSideFindsItAndCanWithdrawIt() {
    UUID client = coalition.client();
    UUID set = coalition.ranked(client);
    UUID first = maya.open(set).isCreated().id();
    maya.withdraw(first).isOk();
    UUID second = maya.open(set).isCreated().id();
    of(coalition.paul(), client, "").isNotFound();
    coalition.handsOverTo("paul", client);

    Answer page = of(coalition.paul(), client, "&limit=1").isOk();
    assertThat(page.at("/items/0/id")).isEqualTo(second.toString());
    assertThat(page.at("/items/0/endsAt")).isNotEmpty();
    assertThat(page.json().at("/items/0/ended").asBoolean()).isFalse();
    Answer rest = of(coalition.paul(), client, "&limit=1&after=" + page.at("/next")).isOk();
    assertThat(rest.at("/items/0/id")).isEqualTo(first.toString());
    assertThat(rest.json().has("next")).isFalse();
    coalition.paul().post("/api/referrals/openings/{id}/withdrawal", second).send().isOk();
    of(coalition.hana(), client, "").hasStatus(403);
    of(coalition.as("sue", "riverbend", Role.SUPERVISOR), UUID.randomUUID(), "").isNotFound();
  }

  @Test
  void whileItStandsNothingElseIsBegunForTheSameNeedAndItsIdIsTold() {
    UUID client = coalition.client();
    UUID earlier = coalition.chosen(client);
    UUID set = coalition.ranked(client);
    UUID opening = maya.open(set).isCreated().id();

    for (UUID choice : List.of(set, earlier)) {
      Answer sent = coalition.send(coalition.drafted(choice)).isProblem(409, "choice-under-way");
      assertThat(sent.at("/openingId")).isEqualTo(opening.toString());
      Answer asked = maya.open(choice).isProblem(409, "opening-under-way");
      assertThat(asked.at("/openingId")).isEqualTo(opening.toString());
    }
    maya.withdraw(opening).isOk();
    coalition.delivered(earlier);
  }

  @Test
  void whatTheClientChoosesAnewForThatNeedTakesItBack() {
    UUID client = coalition.client();
    UUID opening = maya.open(coalition.ranked(client)).isCreated().id();
    UUID atHarborlight = offered(coalition.hana());
    String otherNeed = "need-" + UUID.randomUUID();
    providers.term(otherNeed);
    UUID service = providers.service();
    UUID other = coalition.options().present(client, otherNeed, List.of(service)).isCreated().id();
    coalition.options().choose(other, service).isCreated();
    assertThat(offer(coalition.hana(), atHarborlight).at("/state")).isEqualTo("open");

    coalition.chosen(client);

    assertThat(offer(coalition.hana(), atHarborlight).at("/state")).isEqualTo("gone");
    assertThat(maya.show(opening).json().at("/ended").asBoolean()).isTrue();
    assertThat(Askings.about(opening, 1)).containsExactly("riverbend opening-replaced " + MAYA);
  }

  private static Answer of(Api reader, UUID client, String more) {
    return reader.get("/api/referrals/openings?clientId=" + client + more).send();
  }
}
