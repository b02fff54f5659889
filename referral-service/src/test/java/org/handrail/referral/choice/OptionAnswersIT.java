package org.handrail.referral.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.caller.Role;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.MayasOptions;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class OptionAnswersIT {
  private final Coalition coalition;
  private final MayasOptions options;

  OptionAnswersIT(Coalition coalition) {
    this.coalition = coalition;
    options = coalition.options();
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  @Proves("R6")
  void theClientMayWantNoneOfTheseAndIsAskedForNoReason() {
    UUID set = coalition.present(coalition.client()).isCreated().id();
    answer(coalition.maya(), set, "none-of-these", Map.of("act", act(), "reason", "fussy"))
        .isProblem(400, "invalid")
        .hasFault("/reason", "unknown-field");

    Answer none = answer(coalition.maya(), set, "none-of-these", Map.of("act", act())).isCreated();

    assertThat(none.at("/details/noneOfThese/kind")).isEqualTo("in-person");
    answer(coalition.maya(), set, "none-of-these", Map.of("act", act()))
        .isProblem(409, "already-answered");
    choose(set).isCreated();
  }

  @Test
  @Proves("R6")
  void clientSpecialistAndCoalitionAgreeAndTheCoalitionLearnsNoOne() {
    UUID client = coalition.client();
    coalition.assign("riverbend", client, "ana", "self");
    Api ana = coalition.as("ana", "riverbend", Role.CLIENT);
    UUID set = coalition.present(client).isCreated().id();
    answer(coalition.maya(), set, "agreement", Map.of("act", act()))
        .isProblem(409, "nothing-chosen");
    choose(set).isCreated();
    answer(ana, set, "agreement", Map.of())
        .isProblem(422, "answer-deficient")
        .hasFault("/act", "act-missing");

    Answer one =
        answer(ana, set, "agreement", Map.of("act", coalition.act("own-sign-in"))).isCreated();
    assertThat(one.at("/details/agreement/client/kind")).isEqualTo("own-sign-in");
    assertThat(one.json().at("/details/agreement").has("coalition")).isFalse();
    answer(ana, set, "agreement", Map.of("act", coalition.act("own-sign-in")))
        .isProblem(409, "already-agreed");
    Answer both = answer(coalition.maya(), set, "agreement", Map.of()).isCreated();
    assertThat(both.at("/details/agreement/specialist"))
        .isEqualTo(TokenIssuer.subject("maya").value());
    assertThat(both.at("/details/agreement/coalition/mode")).isEqualTo("asked");
    assertThat(both.json().at("/details/agreement/coalition/acknowledged").asBoolean()).isFalse();

    acknowledgeAll(client, set);

    Answer acknowledged = coalition.maya().get("/api/option-sets/{id}", set).send().isOk();
    assertThat(acknowledged.json().at("/details/agreement/coalition/acknowledged").asBoolean())
        .isTrue();
    assertThat(acknowledged.etag()).isNotEqualTo(both.etag());
  }

  @Test
  @Proves("R6")
  void whenTheSpecialistAgreesFirstTheClientsActCanBeWrittenDownLater() {
    UUID set = coalition.present(coalition.client()).isCreated().id();
    choose(set).isCreated();
    Answer first = answer(coalition.maya(), set, "agreement", Map.of()).isCreated();
    assertThat(first.json().at("/details/agreement").has("client")).isFalse();
    answer(coalition.maya(), set, "agreement", Map.of()).isProblem(409, "already-agreed");
    coalition.clock().advance(Duration.ofMinutes(5));

    Answer both = answer(coalition.maya(), set, "agreement", Map.of("act", act())).isCreated();

    assertThat(both.at("/details/agreement/client/kind")).isEqualTo("in-person");
    assertThat(both.at("/details/agreement/specialistAt"))
        .isEqualTo(first.at("/details/agreement/specialistAt"));
    assertThat(both.at("/details/agreement/coalition/mode")).isEqualTo("asked");
    answer(coalition.maya(), set, "agreement", Map.of("act", act()))
        .isProblem(409, "already-agreed");
  }

  @Test
  void anActOfAClientWhoHasAgreedIsRefusedAndNotDropped() {
    UUID client = coalition.client();
    coalition.assign("riverbend", client, "ana", "self");
    UUID set = coalition.present(client).isCreated().id();
    choose(set).isCreated();
    Api ana = coalition.as("ana", "riverbend", Role.CLIENT);
    answer(ana, set, "agreement", Map.of("act", coalition.act("own-sign-in"))).isCreated();

    answer(coalition.maya(), set, "agreement", Map.of("act", act()))
        .isProblem(409, "already-agreed")
        .hasFault("/act", "client-agreed");
    Answer both = answer(coalition.maya(), set, "agreement", Map.of()).isCreated();
    assertThat(both.at("/details/agreement/client/kind")).isEqualTo("own-sign-in");
  }

  /** The hub reads codes, and acknowledges each once. */
  private void acknowledgeAll(UUID client, UUID set) {
    Answer page =
        coalition.olive().get("/api/option-sets/acknowledgements?limit=100").send().isOk();
    assertThat(page.text()).doesNotContain(client.toString(), set.toString(), "riverbend", "maya");
    assertThat(page.json().at("/items")).isNotEmpty();
    for (var item : page.json().at("/items")) {
      assertThat(item.propertyNames()).containsExactlyInAnyOrder("id", "need", "serviceId");
      String id = item.at("/id").asString();
      coalition.olive().post("/api/option-sets/acknowledgements/{id}", id).send().hasStatus(204);
      coalition
          .olive()
          .post("/api/option-sets/acknowledgements/{id}", id)
          .send()
          .isProblem(409, "already-agreed");
    }
    coalition
        .as("ada", "riverbend", Role.COALITION_ADMIN)
        .get("/api/option-sets/acknowledgements")
        .send()
        .isProblem(403, "role-not-allowed");
    coalition.olive().get("/api/option-sets/{id}", set).send().hasStatus(403);
  }

  @Test
  void nobodyAnswersWhatTheyHadNotSeenOrAgreesToWhatTheyHadNotChosen() {
    UUID service = coalition.residential().getFirst();
    var now = coalition.clock().instant();
    UUID set = coalition.present(coalition.client()).isCreated().id();
    for (String past : List.of("1995-06-01T12:00:00Z", now.minusSeconds(360).toString())) {
      String code = past.startsWith("1995") ? "too-long-ago" : "before-options";
      var act = Map.of("kind", "phone", "at", past);
      answer(coalition.maya(), set, "none-of-these", Map.of("act", act))
          .isProblem(400, "invalid")
          .hasFault("/act/at", code);
      answer(coalition.maya(), set, "self-referrals", Map.of("serviceId", service, "act", act))
          .isProblem(400, "invalid")
          .hasFault("/act/at", code);
    }
    choose(set).isCreated();
    var act = Map.of("kind", "phone", "at", now.minusSeconds(360).toString());
    answer(coalition.maya(), set, "agreement", Map.of("act", act))
        .isProblem(400, "invalid")
        .hasFault("/act/at", "before-choice");
    answer(coalition.maya(), set, "agreement", Map.of("act", act())).isCreated();
  }

  @Test
  @Proves("P2-CON-7")
  void goingByThemselvesTellsNobodyAnything() {
    UUID client = coalition.client();
    UUID set = coalition.present(client).isCreated().id();
    UUID service = coalition.residential().getFirst();
    String sheet = "/api/option-sets/{id}/contact-sheets/{service}";

    Answer shown = coalition.maya().get(sheet, set, service).send().isOk();
    Answer printed =
        coalition
            .maya()
            .get(sheet + "/print", set, service)
            .header("Accept", "text/plain")
            .send()
            .isOk();
    Answer wished =
        answer(coalition.maya(), set, "self-referrals", Map.of("serviceId", service, "act", act()))
            .isCreated();

    assertThat(shown.at("/organization")).isEqualTo("Harborlight Treatment Center");
    assertThat(shown.json().at("/phones")).isNotEmpty();
    assertThat(printed.header("Content-Type")).startsWith("text/plain");
    assertThat(printed.text()).contains("Harborlight Treatment Center");
    assertThat(printed.text() + shown.text()).doesNotContain(client.toString(), set.toString());
    assertThat(wished.at("/details/selfReferrals/0/serviceId")).isEqualTo(service.toString());
    assertThat(wished.at("/details/selfReferrals/0/act/kind")).isEqualTo("in-person");
    assertThat(Coalition.DOOR.asked()).isEmpty();
    assertThat(coalition.hana().get("/api/referrals?direction=in&limit=100").send().isOk().text())
        .doesNotContain(client.toString());
    coalition.maya().get(sheet, set, coalition.service("pantry walk")).send().isNotFound();
    answer(
            coalition.maya(),
            set,
            "self-referrals",
            Map.of("serviceId", coalition.service("pantry walk"), "act", act()))
        .isProblem(422, "answer-deficient")
        .hasFault("/serviceId", "service-not-presented");
  }

  @Test
  void listsWhatAClientWasOfferedPageByPage() {
    UUID client = coalition.client();
    UUID first = coalition.present(client).isCreated().id();
    UUID second = coalition.present(client).isCreated().id();

    Answer page =
        coalition.maya().get("/api/option-sets?clientId={id}&limit=1", client).send().isOk();
    assertThat(page.at("/items/0/id")).isEqualTo(second.toString());
    Answer rest =
        coalition
            .maya()
            .get("/api/option-sets?clientId={id}&limit=1&after={n}", client, page.at("/next"))
            .send()
            .isOk();
    assertThat(rest.at("/items/0/id")).isEqualTo(first.toString());
    assertThat(rest.json().has("next")).isFalse();
    coalition
        .maya()
        .get("/api/option-sets?clientId={id}&after=x", client)
        .send()
        .isProblem(400, "invalid");
  }

  @Test
  void strangersFindNothing() {
    UUID client = coalition.client();
    UUID set = coalition.present(client).isCreated().id();
    UUID service = coalition.residential().getFirst();
    Api paul = coalition.as("paul", "riverbend", Role.PEER_SPECIALIST);
    Api carl = coalition.as("carl", "cedarhouse", Role.PEER_SPECIALIST);

    for (Api stranger : List.of(paul, carl)) {
      stranger.get("/api/option-sets?clientId={id}", client).send().isNotFound();
      stranger
          .get("/api/option-sets/{id}/contact-sheets/{service}", set, service)
          .send()
          .isNotFound();
      answer(stranger, set, "none-of-these", Map.of("act", act())).isNotFound();
      answer(stranger, set, "agreement", Map.of()).isNotFound();
      answer(stranger, set, "self-referrals", Map.of("serviceId", service, "act", act()))
          .isNotFound();
    }
  }

  private Answer choose(UUID set) {
    return options.choose(set, coalition.residential().getFirst());
  }

  private Map<String, String> act() {
    return coalition.act("in-person");
  }

  private static Answer answer(Api by, UUID set, String how, Map<String, ?> body) {
    return by.post("/api/option-sets/{id}/{how}", set, how).body(body).send();
  }
}
