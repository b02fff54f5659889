package org.handrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.handrail.platform.fixtures.PostgresFixture;
import org.handrail.platform.fixtures.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningInIT extends AtTheEdge {

  @BeforeEach
  void signInsLast() {
    realm.issueFor(Duration.ofMinutes(5));
  }

  @Test
  void signsInWithPkceAndSaysWhoIsThere() {
    var toRealm = Browser.location(new Browser(edge).get("/login")).getQuery();
    assertThat(toRealm).contains("response_type=code", "code_challenge_method=S256", "nonce=");

    var me = new Browser(edge).signIn("maya").get("/api/me");

    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(me.body())
        .contains("\"agency\":\"riverbend\"", "\"peer_specialist\"", Realm.subject("maya"));
  }

  @Test
  void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    var cookies = new Browser(edge).get("/login").headers().allValues("Set-Cookie");

    assertThat(cookies)
        .filteredOn(cookie -> cookie.startsWith(Browser.SESSION + "="))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Secure", "Domain");
  }

  @Test
  void theIdOfTheSessionChangesWithTheSignIn() {
    var browser = new Browser(edge);
    browser.get("/login");
    var before = browser.cookie(Browser.SESSION);

    assertThat(browser.signIn("maya").cookie(Browser.SESSION)).isPresent().isNotEqualTo(before);
  }

  @Test
  void aRequestThatBeganBeforeASignInAndEndsAfterItGivesTheOldCookieNothing() throws Exception {
    // Its token is renewed on the way, so that it has something to keep when it ends.
    realm.issueFor(Duration.ofSeconds(10));
    var browser = new Browser(edge).signIn("maya");
    realm.issueFor(Duration.ofMinutes(5));
    var before = browser.asking("/api/me");
    var answered = new CompletableFuture<Void>();
    service.answers(
        exchange -> {
          answered.join();
          Service.answer(exchange, 200, "{}");
        });
    try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = browser.asking("/api/clients");
      var late = tabs.submit(() -> Program.send(asked));
      await().until(() -> !service.asked().isEmpty());
      browser.signIn("paul");
      answered.complete(null);
      assertThat(late.get().statusCode()).isEqualTo(200);
    }

    Answers.assertProblem(Program.send(before), 401, "unauthenticated");
    assertThat(browser.get("/api/me").body()).contains(Realm.subject("paul"));
  }

  @Test
  void relaysTheTokenAndNeverTheCookie() {
    new Browser(edge).signIn("maya").get("/api/clients");

    var asked = service.last().headers();
    assertThat(asked.getFirst("Authorization")).startsWith("Bearer ey");
    assertThat(asked.get("Cookie")).isNull();
  }

  @Test
  void aPageOfOnePersonIsNotAnsweredForTheNextWhoSignedInThere() {
    var browser = new Browser(edge).signIn("maya");
    assertThat(browser.getAs("maya", "/api/clients").statusCode()).isEqualTo(200);

    browser.signIn("paul");
    var before = service.asked().size();

    Answers.assertProblem(browser.getAs("maya", "/api/clients"), 401, "unauthenticated");
    Answers.assertProblem(browser.postAs("maya", "/api/clients", "{}"), 401, "unauthenticated");
    Answers.assertProblem(browser.postAs("maya", "/logout", ""), 401, "unauthenticated");
    assertThat(service.asked()).hasSize(before);
    assertThat(browser.getAs("paul", "/api/clients").statusCode()).isEqualTo(200);
    assertThat(browser.postAs("paul", "/api/clients", "{}").statusCode()).isEqualTo(200);
    assertThat(browser.get("/api/me").body()).contains(Realm.subject("paul"));
  }

  @Test
  void nobodyIsSignedOutWhenAnotherProcessTakesOver() {
    var maya = new Browser(edge).signIn("maya");
    try (var next = Edge.before(realm, service)) {
      maya.meets(next);

      assertThat(maya.get("/api/me").statusCode()).isEqualTo(200);
      assertThat(maya.get("/api/clients").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoIsSignedInWaitsWhileTheSessionsCannotBeRead() {
    var sessions = TestPostgres.start();
    try (var alone =
        Edge.on(
            PostgresFixture.create(sessions, "gateway"),
            realm,
            service,
            "--spring.datasource.hikari.connection-timeout=500")) {
      var maya = new Browser(alone).signIn("maya");
      sessions.stop();

      for (var path : List.of("/api/me", "/api/clients")) {
        var answer = maya.get(path);
        Answers.assertProblem(answer, 503, "sign-in-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
      }
    } finally {
      sessions.close();
    }
  }

  @Test
  void tabsOfOneBrowserMaySignInAtTheSameTime() {
    try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 10; round++) {
        var maya = new Browser(edge).signIn("maya");
        var asked =
            IntStream.range(0, 8)
                .mapToObj(_ -> tabs.submit(() -> Program.send(maya.asking("/login"))))
                .toList();
        assertThat(asked).allSatisfy(tab -> assertThat(tab.get().statusCode()).isEqualTo(302));
      }
    }
  }

  @Test
  void belowTheApiThereAreNoPages() {
    var maya = new Browser(edge).signIn("maya");

    Answers.assertProblem(
        maya.send(maya.asking("/api/nope").header("Accept", "text/html,*/*;q=0.8")),
        404,
        "not-found");
  }

  @Test
  void aWriteNeedsProofThatItComesFromTheApp() {
    var maya = new Browser(edge).signIn("maya");
    maya.get("/");

    Answers.assertProblem(maya.postWithoutProof("/api/clients", "{}"), 403, "csrf-token-missing");
    assertThat(service.asked()).isEmpty();
    assertThat(maya.post("/api/clients", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void aProofIsOfOneSignInOnly() {
    var maya = new Browser(edge).signIn("maya");
    maya.get("/");
    var anothers = new Browser(edge).signIn("maya");
    anothers.get("/");

    maya.plants(Browser.CSRF, anothers.cookie(Browser.CSRF).orElseThrow());

    Answers.assertProblem(maya.post("/api/clients", "{}"), 403, "csrf-token-missing");
    assertThat(service.asked()).isEmpty();
    assertThat(maya.post("/api/clients", "{}").statusCode())
        .as("the refusal brought the right one")
        .isEqualTo(200);
  }

  @Test
  void comesBackToAPathOfTheAppAndNowhereElse() {
    for (var elsewhere : List.of("//evil.example", "/%5Cevil.example", "https://evil.example")) {
      var browser = new Browser(edge);
      var callback =
          Browser.location(browser.send(Browser.toRealm(browser, "/login?return=" + elsewhere)));
      var landed = browser.get(callback.getRawPath() + "?" + callback.getRawQuery());
      assertThat(Browser.location(landed)).hasToString("/");
    }
  }

  @Test
  void theRealmIsAskedToSpeakTheLanguageOfTheApp() {
    assertThat(Browser.location(new Browser(edge).get("/login?language=es")).getQuery())
        .contains("ui_locales=es");
    assertThat(Browser.location(new Browser(edge).get("/login?language=es%26prompt=none")))
        .asString()
        .doesNotContain("ui_locales", "prompt");
  }

  @Test
  void aCallbackThatNobodyAskedForSignsNobodyIn() {
    var browser = new Browser(edge);

    var landed = browser.get("/login/oauth2/code/handrail-web?code=stolen&state=guessed");

    assertThat(Browser.location(landed)).hasToString("/?sign-in=failed");
    Answers.assertProblem(browser.get("/api/me"), 401, "unauthenticated");
  }
}
