package org.handrail.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;

import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformIT
class ParametersIT {
  private final Api anybody;
  private final Api maya;
  private final Api ana;

  ParametersIT(Api api, TokenIssuer tokens) {
    anybody = api;
    maya = api.as(tokens.person("maya").of("riverbend").as(PEER_SPECIALIST));
    ana = api.as(tokens.person("ana").of("riverbend").as(CLIENT));
  }

  private static Answer isRefused(Answer answer) {
    return answer.isProblem(Problems.UNKNOWN_PARAMETER);
  }

  @Test
  void aMisspeltFilterIsRefusedByItsNameAndNotPassedOver() {
    var refused = isRefused(maya.get("/api/notes?limit=5&tune=warm").send());
    assertThat(refused.at("/parameters/0")).isEqualTo("tune");
    assertThat(refused.json().at("/parameters")).hasSize(1);
    assertThat(refused.at("/detail")).isEqualTo("This address takes limit, tone");
    maya.get("/api/notes?limit=5&tone=warm").send().isOk();
  }

  @Test
  void whatCannotBeDecodedIsNoFailureOfOurs() {
    maya.get("/api/notes?limit=5&tone=%ff").send().isProblem(400, "malformed");
  }

  @Test
  void whatComesTwiceWhereOneIsTakenIsRefusedByItsName() {
    var refused =
        maya.get("/api/notes?limit=1&tone=warm&limit=2")
            .send()
            .isProblem(Problems.REPEATED_PARAMETER);
    assertThat(refused.json().at("/parameters").valueStream().map(name -> name.asString()))
        .containsExactly("limit");
    maya.get("/api/notes/sought?word=a&word=b&tone=warm&tone=warm")
        .send()
        .isProblem(Problems.REPEATED_PARAMETER);
  }

  @Test
  void whatARecordBindsIsTaken() {
    maya.get("/api/notes/sought?in_all=true&word=a&tone=warm").send().isOk();
    var refused = isRefused(maya.get("/api/notes/sought?in_all=true&wort=a").send());
    assertThat(refused.at("/detail")).isEqualTo("This address takes in_all, tone, word");
  }

  @Test
  void anAddressMayTakeNone() {
    var refused = isRefused(anybody.get("/public/greeting?tone").send());
    assertThat(refused.at("/detail")).isEqualTo("This address takes no parameters");
    anybody.get("/public/greeting?").send().isOk();
    isRefused(maya.post("/api/notes?draft=true").body("{\"words\":\"a\"}").send());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ana%20Ruiz=1", "%C3%A4=1"})
  void whatCannotBeANameOfOursIsNotRepeated(String query) {
    var refused = isRefused(maya.get("/api/notes?" + query).send());
    assertThat(refused.json().at("/parameters")).isEmpty();
  }

  @Test
  void whoMayNotAskLearnsNothingOfHow() {
    ana.get("/api/notes?tune=warm").send().isProblem(Problems.ROLE_NOT_ALLOWED);
    anybody.get("/api/notes?tune=warm").send().isProblem(Problems.UNAUTHENTICATED);
  }

  @Test
  void aFailureWithParametersIsToldAsWhatItIs() {
    isRefused(maya.get("/api/broken?a=b").send());
    maya.get("/api/nowhere?a=b").send().isNotFound();
    maya.get("/api/notes?limit=many").send().isProblem(Problems.INVALID);
  }
}
