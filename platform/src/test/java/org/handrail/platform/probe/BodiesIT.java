package org.handrail.platform.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body may be, and what is said of one that may not. */
@PlatformIT
class BodiesIT {

  private final Api maya;

  BodiesIT(Api api, TokenIssuer tokens) {
    maya = api.as(tokens.person("maya").of("riverbend").as(PEER_SPECIALIST));
  }

  @Test
  void timesAreTextOfYearsThatCanBe() {
    for (var at : List.of("soon", "-1000000000-01-01T00:00:00Z")) {
      sends(Map.of("words", "w", "at", at))
          .isProblem(400, "invalid")
          .hasFault("/at", "wrong-format");
    }
    for (var at :
        List.of("+300000-01-01T00:00:00Z", "1850-01-01T00:00:00Z", "2999-01-01T00:00:00Z")) {
      var refused =
          sends(Map.of("words", "w", "at", at))
              .isProblem(400, "invalid")
              .hasFault("/at", "year-out-of-range");
      assertThat(refused.at("/errors/0/detail")).contains("1900", "2199");
    }
    for (var at : List.of(1e300, 1790000000, List.of(2026, 11, 1))) {
      sends(Map.of("words", "w", "at", at)).isProblem(400, "invalid").hasFault("/at", "wrong-type");
    }
    for (var on :
        Map.of(
                "-5000-01-01", "year-out-of-range",
                "2300-01-01", "year-out-of-range",
                "1990-5-17", "wrong-format")
            .entrySet()) {
      sends(Map.of("words", "w", "on", on.getKey()))
          .isProblem(400, "invalid")
          .hasFault("/on", on.getValue());
    }
    for (var there :
        Map.of(
                "+294277-01-01T10:00:00", "year-out-of-range",
                "0001-01-01T10:00:00", "year-out-of-range",
                "2026-11-01T10:00:00Z", "wrong-format")
            .entrySet()) {
      sends(Map.of("words", "w", "there", there.getKey()))
          .isProblem(400, "invalid")
          .hasFault("/there", there.getValue());
    }
    sends(
            Map.of(
                "words",
                "w",
                "at",
                "2026-11-01T10:00:00+02:00",
                "on",
                "1990-05-17",
                "there",
                "2026-11-01T10:00"))
        .isCreated();
  }

  @Test
  void howLongIsTextToo() {
    for (var length : List.of(1, 1.5, 0, true, List.of(1))) {
      sends(Map.of("words", "w", "length", length))
          .isProblem(400, "invalid")
          .hasFault("/length", "wrong-type");
    }
    for (var length : List.of("1", "1.5", "", " ", "1h", "PT", "P1M", "PT99999999999999999999H")) {
      sends(Map.of("words", "w", "length", length))
          .isProblem(400, "invalid")
          .hasFault("/length", "wrong-format");
    }
    sends(Map.of("words", "w", "length", "PT1H")).isCreated();
    sends(Map.of("words", "w", "length", "P1DT1.5S")).isCreated();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "7", "1-1-1-1-1", "AAAAAAAAAAAAAAAAAAAAAA=="})
  void anIdIsWrittenInFull(String id) {
    sends(Map.of("words", "w", "about", id))
        .isProblem(400, "invalid")
        .hasFault("/about", "wrong-format");
    sends(Map.of("words", "w", "about", 7))
        .isProblem(400, "invalid")
        .hasFault("/about", "wrong-type");
    sends(Map.of("words", "w", "about", UUID.randomUUID().toString().toUpperCase(Locale.ROOT)))
        .isCreated();
  }

  private Answer sends(Map<String, Object> note) {
    return maya.post("/api/notes").body(note).send();
  }

  @Test
  void aBodyIsUtf8() {
    var utf16 = "{\"words\": \"hello\"}".getBytes(UTF_16LE);
    maya.post("/api/notes").bytes(utf16).send().isProblem(400, "malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c0 af", "e0 80 af", "c1 81", "f0 80 80 af", "ed a0 80", "ff"})
  void aCharacterIsWrittenInOneWayOnly(String bytes) {
    var text = HexFormat.ofDelimiter(" ").parseHex(bytes);
    for (var body : List.of("{\"words\":\"%s\"}", "{\"words\":\"w\",\"w%s\":1}")) {
      maya.post("/api/notes")
          .bytes(body.formatted(new String(text, ISO_8859_1)).getBytes(ISO_8859_1))
          .send()
          .isProblem(Problems.MALFORMED);
    }
  }

  @Test
  void saysWhereABodyIsWrong() {
    write("{\"words\":\"a\",\"nope\":1}")
        .isProblem(Problems.INVALID)
        .hasFault("/nope", "unknown-field");
    write("{\"words\":7}").isProblem(Problems.INVALID).hasFault("/words", "wrong-type");
    write("{\"words\":true}").isProblem(Problems.INVALID).hasFault("/words", "wrong-type");
    write("{\"words\":\"a\",\"count\":\"7\"}")
        .isProblem(Problems.INVALID)
        .hasFault("/count", "wrong-type");
    write("{\"words\":\"a\",\"count\":7.5}")
        .isProblem(Problems.INVALID)
        .hasFault("/count", "wrong-type");
    var tone =
        write("{\"words\":\"a\",\"tone\":\"WARM\"}")
            .isProblem(Problems.INVALID)
            .hasFault("/tone", "wrong-format");
    assertThat(tone.at("/errors/0/detail")).isEqualTo("One of matter-of-fact, warm");
    write("{\"words\":\"a\",\"tone\":1}")
        .isProblem(Problems.INVALID)
        .hasFault("/tone", "wrong-type");
    write("{\"words\":\"a\",\"parts\":[{\"text\":\"b\"},{\"text\":\" \"}]}")
        .isProblem(Problems.INVALID)
        .hasFault("/parts/1/text", "missing");
    write("{\"words\":\"a\",\"parts\":[{\"text\":\"b\"},{\"txt\":\" \"}]}")
        .isProblem(Problems.INVALID)
        .hasFault("/parts/1/txt", "unknown-field");
    write("{}").isProblem(Problems.INVALID).hasFault("/words", "missing");
    write("{\"words\":\"" + "a".repeat(2001) + "\"}")
        .isProblem(Problems.INVALID)
        .hasFault("/words", "size");
    write("[]").isProblem(Problems.INVALID).hasFault("", "wrong-type");
    write("null").hasStatus(400);
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    var refused =
        write(
                """
                {"words": "%s", "nope": 1, "tone": "WARM", "count": "7", "no": {"pe": []}, "at": "soon",
                  "parts": [{"text": 7}, {"text": "b", "txt": " "}, {"text": " "}]}\
                """
                    .formatted("a".repeat(2001)))
            .isProblem(Problems.INVALID);
    assertThat(refused.faults())
        .containsExactlyInAnyOrder(
            "/words size",
            "/nope unknown-field",
            "/tone wrong-format",
            "/count wrong-type",
            "/no unknown-field",
            "/at wrong-format",
            "/parts/0/text wrong-type",
            "/parts/1/txt unknown-field",
            "/parts/2/text missing");
    assertThat(write("{\"nope\":1}").faults())
        .containsExactlyInAnyOrder("/nope unknown-field", "/words missing");
    assertThat(write("{\"words\":7}").faults()).containsExactly("/words wrong-type");
    assertThat(write("{\"words\":\"a\",\"parts\":[7,{}]}").faults())
        .containsExactly("/parts/0 wrong-type", "/parts/1/text missing");
  }

  @Test
  void namesTheFieldThatIsThereTwice() {
    var refused =
        write(
            "{\"words\":\"a\",\"words\":\"b\",\"nope\":1,\"parts\":[{\"text\":\"a\",\"text\":\"b\"}]}");
    assertThat(refused.isProblem(Problems.INVALID).faults())
        .containsExactlyInAnyOrder(
            "/words duplicate-field", "/parts/0/text duplicate-field", "/nope unknown-field");
    write("{\"words\":\"a\",\"words\":\"b\"").isProblem(Problems.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"length\":%s}", "{\"length\":%s,\"rounded\":null}"})
  void whatHasNoNullIsMissingWhereItIsAbsent(String body) {
    maya.post("/api/measures")
        .body(body.formatted("3"))
        .send()
        .isProblem(Problems.INVALID)
        .hasFault("/rounded", "missing");
    maya.post("/api/measures")
        .body(body.formatted("{}"))
        .send()
        .isProblem(Problems.INVALID)
        .hasFault("/length", "wrong-type");
  }

  @Test
  void refusesWhatIsNoJson() {
    write("{\"words\":\"a\"").isProblem(Problems.MALFORMED);
    write("{\"words\":\"a\"} trailing").isProblem(Problems.MALFORMED);
    maya.post("/api/notes")
        .header("Content-Type", "application/json")
        .send()
        .isProblem(Problems.MALFORMED);
    maya.post("/api/notes")
        .bytes("{\"words\":\"caf\u00e9\"}".getBytes(ISO_8859_1))
        .send()
        .isProblem(Problems.MALFORMED);
    write("{\"words\":\"a\\u0000b\"}")
        .isProblem(Problems.INVALID)
        .hasFault("/words", "wrong-format");
    write("{\"words\":\"a\\ud800b\"}")
        .isProblem(Problems.INVALID)
        .hasFault("/words", "wrong-format");
    maya.post("/api/notes")
        .header("Content-Type", "text/plain")
        .body("hello")
        .send()
        .isProblem(Problems.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void limitsBodies() {
    var large = Map.of("words", "a".repeat(1_100_000));
    maya.post("/api/notes").body(large).send().isProblem(Problems.BODY_TOO_LARGE);
    var answer = maya.post("/api/large/echo").body(large).send().isOk();
    assertThat(answer.json().at("/length").asInt()).isEqualTo(1_100_000);
    maya.post("/api/large/echo")
        .body(Map.of("words", "a".repeat(3_200_000)))
        .send()
        .isProblem(Problems.BODY_TOO_LARGE);
  }

  private Answer write(String body) {
    return maya.post("/api/notes").body(body).send();
  }
}
