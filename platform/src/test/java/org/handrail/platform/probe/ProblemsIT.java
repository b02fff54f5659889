package org.handrail.platform.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SVC_REFERRAL;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

@PlatformIT
@ExtendWith(OutputCaptureExtension.class)
class ProblemsIT {

  private final Api anybody;
  private final Api maya;
  private final TokenIssuer tokens;
  private final int port;

  ProblemsIT(Api api, TokenIssuer tokens, Environment environment) {
    this.port = environment.getRequiredProperty("local.server.port", Integer.class);
    this.anybody = api;
    this.tokens = tokens;
    this.maya = api.as(tokens.person("maya").of("riverbend").as(PEER_SPECIALIST));
  }

  @Test
  void asksForASignInBeforeAnythingElse() {
    for (var path : new String[] {"/api/notes", "/api/nowhere", "/actuator/env"}) {
      var answer = anybody.get(path).send().isProblem(Problems.UNAUTHENTICATED);
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
  }

  @Test
  void refusesTokensThatAreForgedExpiredForeignOrNone() {
    var prs = tokens.person("maya").of("riverbend");
    assertUnauthenticated(tokens.person("maya").of("riverbend").forged().as(PEER_SPECIALIST));
    assertUnauthenticated(tokens.person("maya").of("riverbend").expired().as(PEER_SPECIALIST));
    assertUnauthenticated(
        tokens.person("maya").of("riverbend").calling("other-service").as(PEER_SPECIALIST));
    assertUnauthenticated(
        tokens.person("maya").of("riverbend").claim("iss", "http://elsewhere").as(PEER_SPECIALIST));
    assertUnauthenticated("not.a.token");
    // The last check is worth something only if the same token, unspoilt, passes.
    anybody.as(prs.as(PEER_SPECIALIST)).get("/api/notes").send().isOk();
  }

  private void assertUnauthenticated(String token) {
    anybody.as(token).get("/api/notes").send().isProblem(Problems.UNAUTHENTICATED);
  }

  @Test
  void letsNobodyActForNoAgencyOrForTwo() {
    anybody
        .as(tokens.person("pat").as(PEER_SPECIALIST))
        .get("/api/notes")
        .send()
        .isProblem(Problems.ORGANIZATION_MISSING);
    anybody
        .as(tokens.person("pat").of("riverbend").of("harborlight").as(PEER_SPECIALIST))
        .get("/api/notes")
        .send()
        .isProblem(Problems.ORGANIZATION_AMBIGUOUS);
  }

  @Test
  void checksTheRoleBeforeItReadsTheBody() {
    var client = anybody.as(tokens.person("ana").of("riverbend").as(CLIENT));
    client
        .post("/api/notes")
        .without("Idempotency-Key")
        .body("{ this is no json")
        .send()
        .isProblem(Problems.ROLE_NOT_ALLOWED);
  }

  @Test
  void takesNoPersonsWordForAServiceNorAServicesForAPerson() {
    anybody
        .as(tokens.person("mallory").of("riverbend").as(SVC_REFERRAL))
        .get("/internal/notes")
        .send()
        .isProblem(Problems.ROLE_NOT_ALLOWED);
    anybody
        .as(tokens.service("referral-service").calling("probe-service").as(PEER_SPECIALIST))
        .get("/api/notes")
        .send()
        .isProblem(Problems.ROLE_NOT_ALLOWED);
  }

  @Test
  void letsAServiceActForSomebodyOnly() {
    var referral =
        anybody.as(tokens.service("referral-service").calling("probe-service").as(SVC_REFERRAL));
    referral.get("/internal/notes").send().isProblem(400, "on-behalf-of-invalid");
    referral
        .get("/internal/notes")
        .header("Handrail-On-Behalf-Of-Subject", TokenIssuer.subject("maya").value())
        .send()
        .isProblem(400, "on-behalf-of-invalid");
    var answer =
        referral
            .get("/internal/notes")
            .header("Handrail-On-Behalf-Of-Subject", TokenIssuer.subject("maya").value())
            .header("Handrail-On-Behalf-Of-Agency", "riverbend")
            .send()
            .isOk();
    assertThat(answer.at("/agency")).isEqualTo("riverbend");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If-Match",
        "Accept-Language",
        "Cookie",
        "User-Agent",
        "traceparent",
        "X-Anything"
      })
  void aHeaderThatIsNotAsciiStopsNothingAndStandsInNoLog(String header, CapturedOutput logged)
      throws IOException {
    assertThat(withHeader(header, logged)).startsWith("HTTP/1.1 201");
  }

  @Test
  void aKeyIsPrintableAscii(CapturedOutput logged) throws IOException {
    assertThat(withHeader("Idempotency-Key", logged))
        .startsWith("HTTP/1.1 400")
        .contains("\"code\":\"idempotency-key-malformed\"");
  }

  private String withHeader(String header, CapturedOutput logged) throws IOException {
    var secret = "Zoltan-" + UUID.randomUUID();
    var key =
        header.equals("Idempotency-Key") ? "" : "Idempotency-Key: " + secret.hashCode() + "\r\n";
    var answer =
        raw(
            """
            POST /api/notes HTTP/1.1\r
            Host: 127.0.0.1\r
            Authorization: Bearer %s\r
            %s%s: %s=\u0416\r
            Content-Type: application/json\r
            Content-Length: 13\r
            Connection: close\r
            \r
            {"words":"w"}\
            """
                .formatted(
                    tokens.person("maya").of("riverbend").as(PEER_SPECIALIST),
                    key,
                    header,
                    secret));
    assertThat(answer + logged).doesNotContain(secret);
    return answer;
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  void aSurpriseIsLoggedWithoutWhatWasSent(CapturedOutput logged) {
    var words = "surprise " + UUID.randomUUID();
    maya.post("/api/notes").body(Map.of("words", words)).send().isProblem(500, "internal");
    assertThat(logged.toString()).contains("A request failed").doesNotContain(words);
  }

  @Test
  void opensWhatIsPublic() {
    assertThat(anybody.get("/public/greeting").send().isOk().at("/greeting")).isEqualTo("hello");
  }

  @Test
  void saysWhatIsWrongWithAnAddressOrAMethod() {
    maya.get("/api/nowhere").send().isNotFound();
    maya.get("/api/notes/{id}", "not-an-id").send().isNotFound();
    maya.get("/api/notes/{id}", UUID.randomUUID()).send().isNotFound();
    assertThat(
            maya.delete("/api/notes").send().isProblem(405, "method-not-allowed").header("Allow"))
        .contains("GET");
    maya.get("/api/notes").header("Accept", "text/csv").send().isProblem(406, "not-acceptable");
    maya.get("/api/notes/%00").send().hasStatus(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "PROPFIND", "get", "FOO"})
  void whoeverAsksByAMethodThatThereIsNotLearnsThoseOfTheAddress(String method) {
    var refused = maya.call(method, "/api/notes").send().isProblem(405, "method-not-allowed");
    assertThat(refused.header("Allow").split(", ", -1)).containsExactlyInAnyOrder("GET", "POST");
    maya.call(method, "/api/nowhere").send().isNotFound();
    anybody.call(method, "/api/notes").send().isProblem(Problems.UNAUTHENTICATED);
  }

  @Test
  void whatSomebodyTypedIntoAnAddressStandsInNoLog(CapturedOutput logged) {
    var name = "Zoltan" + UUID.randomUUID();
    maya.get("/api/notes/" + name + "/" + name).send().isNotFound();
    maya.get("/api/notes/" + name).send().isNotFound();
    assertThat(logged.toString()).doesNotContain(name);
  }

  @Test
  void anAddressThatCannotBeReadStandsInNoLog(CapturedOutput logged) throws IOException {
    var name = "Zoltan" + UUID.randomUUID();
    var answer =
        raw(
            "GET /api/notes?name={%s} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                .formatted(name));
    assertThat(answer).startsWith("HTTP/1.1 400");
    assertThat(answer + logged).doesNotContain(name);
  }

  @Test
  void takesCodesInAddresses() {
    var answer = maya.get("/api/notes?tone=matter-of-fact").send().isOk();
    assertThat(answer.at("/tone")).isEqualTo("matter-of-fact");
  }

  @Test
  void keepsTheReasonOfAFailureToItself() {
    var answer = maya.get("/api/broken").send().isProblem(Problems.INTERNAL);
    assertThat(answer.text()).doesNotContain("Maya", "secret", "Exception");
  }
}
