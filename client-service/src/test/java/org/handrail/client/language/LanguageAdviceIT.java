package org.handrail.client.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.client.encounter.Meetings.anHour;
import static org.handrail.client.encounter.Meetings.records;

import java.util.Map;
import org.handrail.client.encounter.Meetings;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class LanguageAdviceIT {
  private final Meetings meetings;

  LanguageAdviceIT(Api api, TokenIssuer tokens) {
    meetings = new Meetings(api, tokens);
  }

  @Test
  @Proves("PRS-SCOPE-2")
  void adviceComesWithTheAnswerAndHoldsNothingUp() {
    var sam = meetings.somebodyNew();
    var account = anHour();
    account.put("clientsWords", "I am a junkie");
    account.put("whatWeDid", "He was diagnosed F11.20, says he is no addict");
    account.put("learned", Map.of("client", "Once an addict", "specialist", "He is unmotivated"));
    var recorded = records(sam, meetings.clientOf(sam), account).isCreated();
    assertThat(recorded.at("/encounter/whatWeDid"))
        .isEqualTo("He was diagnosed F11.20, says he is no addict");
    assertThat(recorded.json().at("/advice").valueStream())
        .extracting(each -> each.at("/pointer").asString() + " " + each.at("/term").asString())
        .containsExactly(
            "/encounter/whatWeDid diagnosed",
            "/encounter/whatWeDid F11.20",
            "/encounter/whatWeDid addict",
            "/encounter/learned/specialist unmotivated");
    var read = sam.get("/api/encounters/{id}", recorded.id()).send().isOk();
    assertThat(read.json().has("advice")).isFalse();
  }

  @Test
  void textCanBeLookedOverBeforeItIsSent() {
    var advised =
        meetings
            .somebodyNew()
            .post("/api/encounters/language-advice")
            .body(Map.of("text", "Stay clean"))
            .send()
            .isOk();
    assertThat(advised.at("/advice/0/term")).isEqualTo("Stay clean");
    assertThat(advised.at("/advice/0/suggestion")).isEqualTo("maintain recovery");
  }
}
