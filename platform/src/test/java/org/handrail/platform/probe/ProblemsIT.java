package org.handrail.platform.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.platform.caller.Role.CLIENT;
import static org.handrail.platform.caller.Role.PEER_SPECIALIST;
import static org.handrail.platform.caller.Role.SVC_REFERRAL;

import java.util.Map;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.platform.problem.Problems;
import org.junit.jupiter.api.Test;

@PlatformIT
class ProblemsIT {

  private final Api anybody;
  private final Api maya;
  private final TokenIssuer tokens;

  ProblemsIT(Api api, TokenIssuer tokens) {
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
    maya.get("/api/notes?limit=many").send().isProblem(Problems.INVALID);
    maya.get("/api/notes?limit=101").send().isProblem(Problems.INVALID).hasFault("", "max");
    maya.get("/api/notes?tone=cold").send().isProblem(Problems.INVALID);
    maya.get("/api/notes/%00").send().hasStatus(400);
  }

  @Test
  void takesCodesInAddresses() {
    var answer = maya.get("/api/notes?tone=matter-of-fact").send().isOk();
    assertThat(answer.at("/tone")).isEqualTo("matter-of-fact");
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
    write("{\"words\":\"a\",\"tone\":\"WARM\"}")
        .isProblem(Problems.INVALID)
        .hasFault("/tone", "wrong-format");
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
  void refusesWhatIsNoJson() {
    write("{\"words\":\"a\"").isProblem(Problems.MALFORMED);
    write("{\"words\":\"a\"} trailing").isProblem(Problems.MALFORMED);
    write("{\"words\":\"a\",\"words\":\"b\"}").isProblem(Problems.MALFORMED);
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

  @Test
  void keepsTheReasonOfAFailureToItself() {
    var answer = maya.get("/api/broken").send().isProblem(Problems.INTERNAL);
    assertThat(answer.text()).doesNotContain("Maya", "secret", "Exception");
  }

  private Answer write(String body) {
    return maya.post("/api/notes").body(body).send();
  }
}
