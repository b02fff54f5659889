package org.handrail.platform.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

@PlatformIT
class ParametersIT {
  private final Api anybody;
  private final Api maya;
  private final Api ana;
  private final int port;

  ParametersIT(Api api, TokenIssuer tokens, Environment environment) {
    port = environment.getRequiredProperty("local.server.port", Integer.class);
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

  @ParameterizedTest
  @ValueSource(strings = {"/api/notes?limit=5&tone=%ff", "/api/notes?tone=%zz", "/nowhere?a=%"})
  void whatCannotBeDecodedIsNoFailureOfOurs(String address) throws IOException {
    // Of those who know how addresses are written, none can send the others.
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                  .formatted(address)
                  .getBytes(US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 400")
          .contains("\"code\":\"malformed\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/notes?limit=many                       | limit    | wrong-format | Expected a whole number such as 20
          /api/notes?limit=101                        | limit    | max          | At most 100
          /api/notes?tone=cold                        | tone     | wrong-format | One of matter-of-fact, warm
          /api/notes/sought                           | in_all   | missing      | A value is needed
          /api/notes/sought?in_all=true&tone=cold     | tone     | wrong-format | One of matter-of-fact, warm
          /api/notes/sought?in_all=true&at_least=some | at_least | wrong-format | Expected a whole number such as 20
          /api/notes/sought?in_all=true&at_least=10   | at_least | max          | At most 9
          /api/notes/sought?in_all=true&word=aaaaaaaaaaaaaaaaaaaaa | word | size | At most 20 characters
          /api/notes?tone=                            | tone     | missing      | A value is needed
          /api/notes?limit                            | limit    | missing      | A value is needed
          /api/notes/sought?in_all=                   | in_all   | missing      | A value is needed
          /api/notes/sought?in_all=true&at_least=%20  | at_least | missing      | A value is needed
          /api/notes/sought?in_all=true&since=        | since    | missing      | A value is needed
          /api/notes/sought?in_all=true&on=+          | on       | missing      | A value is needed
          /api/notes/sought?in_all=true&there=%09     | there    | missing      | A value is needed
          /api/notes/sought?in_all=true&word=%20%0a   | word     | missing      | A value is needed
          """)
  void whatIsWrongWithAParameterIsToldInOneFormByItsName(
      String address, String parameter, String code, String words) {
    var refused = maya.get(address).send().isProblem(Problems.INVALID).json();
    assertThat(refused.at("/errors"))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.at("/pointer").asString()).isEmpty();
              assertThat(fault.at("/parameter").asString()).isEqualTo(parameter);
              assertThat(fault.at("/code").asString()).isEqualTo(code);
              assertThat(fault.at("/detail").asString()).isEqualTo(words);
            });
    assertThat(refused.propertyNames())
        .containsExactlyInAnyOrder("type", "title", "status", "code", "traceId", "errors");
  }

  @ParameterizedTest
  @CsvSource({
    "since, +300000-01-01T00:00:00Z, year-out-of-range",
    "since, 1899-12-31T23:59:59Z, year-out-of-range",
    "since, 'Tue, 3 Nov 2026 09:00:00 GMT', wrong-format",
    "on, +999999999-12-31, year-out-of-range",
    "on, 11/3/26, wrong-format",
    "there, 0001-01-01T10:00, year-out-of-range"
  })
  void timesAreReadAsInBodiesAndOfYearsThatCanBe(String parameter, String time, String code) {
    var refused = seeks(parameter, time).isProblem(Problems.INVALID);
    assertThat(refused.at("/errors/0/parameter")).isEqualTo(parameter);
    assertThat(refused.at("/errors/0/code")).isEqualTo(code);
    if (code.equals("year-out-of-range")) {
      assertThat(refused.at("/errors/0/detail")).contains("1900", "2199");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "since, 2026-11-03T10:00:00+01:00, 2026-11-03T09:00:00Z",
    "since, 2026-11-03T09:00:00.123456789Z, 2026-11-03T09:00:00.123456Z",
    "on, 2026-11-03, 2026-11-03",
    "there, 2026-11-03T09:00, 2026-11-03T09:00"
  })
  void timesThatCanBeAreTaken(String parameter, String time, String read) {
    assertThat(seeks(parameter, time).isOk().at("/" + parameter)).isEqualTo(read);
  }

  private Answer seeks(String parameter, String time) {
    return maya.get(
            "/api/notes/sought?in_all=true&" + parameter + "=" + URLEncoder.encode(time, UTF_8))
        .send();
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
  void everyFilterWithoutAValueIsNamed() {
    var refused = maya.get("/api/notes?tone=&limit=%20").send().isProblem(Problems.INVALID).json();
    assertThat(refused.at("/errors").valueStream().map(it -> it.at("/parameter").asString()))
        .containsExactly("tone", "limit");
  }

  @Test
  void whatARecordBindsIsTaken() {
    maya.get("/api/notes/sought?in_all=true&word=a&tone=warm").send().isOk();
    var refused = isRefused(maya.get("/api/notes/sought?in_all=true&wort=a").send());
    assertThat(refused.at("/detail"))
        .isEqualTo("This address takes at_least, in_all, on, since, there, tone, word");
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
