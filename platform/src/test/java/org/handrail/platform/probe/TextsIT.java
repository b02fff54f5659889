package org.handrail.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;

import java.util.List;
import java.util.Map;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.problem.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which characters a text of a body may be made of. */
@PlatformIT
class TextsIT {

  private final Api maya;

  TextsIT(Api api, TokenIssuer tokens) {
    maya = api.as(tokens.person("maya").of("riverbend").as(PEER_SPECIALIST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u001b[31m",
        "a\u0007",
        "a\u0085",
        "a\u000b",
        "Ana \u202enaB",
        "\u202a555-0100",
        "\u206aAna",
        "\ufff9Ana",
        "Ana\ufffe",
        "Ana\uffff",
        "Ana\ufdd0",
        "Ana\ud83f\udfff",
        "Ana\udb40\udc41",
        "\ud83c\udff4\udb40\udc41"
      })
  void noTextHasWhatNobodyWritesOrWhatTurnsTheDirection(String text) {
    sends(Map.of("words", text))
        .isProblem(Problems.INVALID)
        .hasFault("/words", "character-not-taken");
    sends(Map.of("words", "w", "parts", List.of(Map.of("text", text))))
        .isProblem(Problems.INVALID)
        .hasFault("/parts/0/text", "character-not-taken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana\nRuiz",
        "Ana\rRuiz",
        "Ana\tRuiz",
        "Ana\u2028Ruiz",
        "Ana\u2029Ruiz",
        "Ana\n",
        "\u2067Ana",
        "\u2068Ana\u2069"
      })
  void whatIsNotSaidToHaveManyLinesHasOne(String text) {
    var refused =
        sends(
            Map.of(
                "words",
                "w",
                "parts",
                List.of(Map.of("text", text)),
                "labels",
                List.of("a", text),
                "told",
                Map.of(text, "w")));
    assertThat(refused.isProblem(Problems.INVALID).faults())
        .contains("/parts/0/text character-not-taken", "/labels/1 character-not-taken")
        .anyMatch(fault -> fault.startsWith("/told") && fault.endsWith(" character-not-taken"));
    sends(Map.of("words", text, "told", Map.of("a", text))).isCreated();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200b",
        "\u00a0",
        "\u2060\ufe0f",
        "\u3164",
        "\u2800 \u200d",
        "\u2068\u2069",
        "\u2065",
        "\ufff0",
        "\udb82\udc00",
        "\ud81b\udfe4",
        "\ud834\udd59",
        "\ue000",
        "\u0301"
      })
  void noTextIsMadeOfWhatCannotBeSeen(String text) {
    sends(Map.of("words", text)).isProblem(Problems.INVALID).hasFault("/words", "nothing-visible");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mar\u00eda Jos\u00e9 N\u00fa\u00f1ez",
        "Nguye\u0302\u0303n Thi\u0323",
        "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df",
        "\u0645\u062d\u0645\u062f\u200f",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u2068Ana\u2069",
        "\ud83d\udc69\u200d\ud83d\ude80",
        "\u2764\ufe0f",
        "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc77\udb40\udc6c\udb40\udc73\udb40\udc7f",
        "first line\r\n\tsecond"
      })
  void everyScriptAndEveryEmojiGoesThrough(String text) {
    assertThat(sends(Map.of("words", text)).isCreated().at("/words")).isEqualTo(text);
  }

  private Answer sends(Map<String, Object> note) {
    return maya.post("/api/notes").body(note).send();
  }
}
