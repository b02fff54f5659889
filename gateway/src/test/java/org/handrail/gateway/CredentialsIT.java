package org.handrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CredentialsIT extends AtTheEdge {

  private static Program with(Consumer<JWTClaimsSet.Builder> change) {
    return new Program(edge, realm.accessToken("maya", change));
  }

  @Test
  void aProgramIsWhoItsTokenSays() {
    var answer = with(_ -> {}).get("/api/me");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains(Realm.subject("maya"));
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void relaysABearersOwnToken() {
    var program = with(_ -> {});

    assertThat(program.get("/api/clients").statusCode()).isEqualTo(200);
    assertThat(service.last().headers().getFirst("Authorization"))
        .isEqualTo("Bearer " + program.token());
  }

  @Test
  void aTokenThatIsNotTheRealmsForUsIsNobodys() {
    var claims = realm.accessClaims("maya", _ -> {});
    var tokens =
        Map.of(
            "ended",
            realm.accessToken(
                "maya", c -> c.expirationTime(Date.from(Instant.now().minusSeconds(120)))),
            "for Kafka",
            realm.accessToken("maya", c -> c.audience("kafka")),
            "of another realm",
            realm.accessToken("maya", c -> c.issuer("https://elsewhere.example/realms/handrail")),
            "never ending",
            realm.accessToken("maya", c -> c.expirationTime(null)),
            "signed by a stranger",
            Realm.sign(Realm.newKey(), claims),
            "unsigned",
            new PlainJWT(claims).serialize(),
            "nonsense",
            "nonsense");
    tokens.forEach(
        (kind, token) -> {
          var answer = new Program(edge, token).get("/api/clients");
          assertThat(answer.statusCode()).as(kind).isEqualTo(401);
          Answers.assertProblem(answer, 401, "unauthenticated");
          assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        });
    assertThat(service.asked()).isEmpty();
  }

  @Test
  void nobodyGetsNothing() {
    var answer = Program.send(HttpRequest.newBuilder(edge.at("/api/clients")));

    Answers.assertProblem(answer, 401, "unauthenticated");
    Answers.assertProblem(
        Program.send(
            HttpRequest.newBuilder(edge.at("/api/me")).header("Authorization", "Basic eA==")),
        401,
        "unauthenticated");
    assertThat(service.asked()).isEmpty();
  }

  @Test
  void whoWritesWithoutASignInIsToldToSignIn() {
    var begun = new Browser(edge);
    begun.get("/login");
    for (var nobody : List.of(new Browser(edge), begun)) {
      for (var path : List.of("/api/clients", "/api/me", "/api/nothing")) {
        var answer = nobody.postWithoutProof(path, "{}");
        Answers.assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Session");
      }
    }
    // A sign-in that has begun is ended by its own page only.
    Answers.assertProblem(begun.postWithoutProof("/logout", ""), 403, "csrf-token-missing");
    assertThat(service.asked()).isEmpty();
  }

  @Test
  void twoCredentialsAreOneTooMany() {
    var both = new Browser(edge).signIn("maya").asking("/api/clients");
    both.header("Authorization", "Bearer " + realm.accessToken("paul"));

    Answers.assertProblem(Program.send(both), 400, "two-credentials");

    var twice = with(_ -> {}).asking("/api/clients").header("Authorization", "Bearer other");
    Answers.assertProblem(Program.send(twice), 400, "two-credentials");
    assertThat(service.asked()).isEmpty();
  }

  @Test
  void onePersonActsForOneAgency() {
    Answers.assertProblem(
        with(c -> c.claim("organization", null)).get("/api/me"), 403, "organization-missing");
    Answers.assertProblem(
        with(c -> c.claim("organization", Map.of("riverbend", Map.of(), "harborlight", Map.of())))
            .get("/api/me"),
        403,
        "organization-ambiguous");
  }

  @Test
  void aBearersWriteNeedsNoProofOfOrigin() {
    var answer =
        with(c -> c.claim("realm_access", Map.of("roles", List.of("analyst"))))
            .post("/api/clients", HttpRequest.BodyPublishers.ofString("{}"));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void keysThatCannotBeHadAreNoVerdict() {
    try (var lost = new Realm();
        var early = Edge.before(lost, service)) {
      lost.away();

      Answers.assertProblem(
          new Program(early, lost.accessToken("maya")).get("/api/clients"),
          503,
          "sign-in-unavailable");
    }
  }
}
