package org.handrail.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.handrail.platform.fixtures.PostgresFixture;
import org.handrail.platform.fixtures.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

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
  void refreshesATokenThatIsAboutToEnd() {
    realm.issueFor(Duration.ofSeconds(10));
    var maya = new Browser(edge).signIn("maya");
    realm.issueFor(Duration.ofMinutes(5));
    var before = realm.refreshes();

    maya.get("/api/clients");
    maya.get("/api/clients");

    assertThat(realm.refreshes()).isEqualTo(before + 1);
    assertThat(service.asked()).hasSize(2);
  }

  @Test
  void whoIsSignedInGoesOnWhileTheRealmIsAway() {
    var maya = new Browser(edge).signIn("maya");
    realm.issueFor(Duration.ofSeconds(20));
    var paul = new Browser(edge).signIn("paul");
    realm.away();
    try {
      assertThat(maya.get("/api/me").statusCode()).isEqualTo(200);
      assertThat(maya.get("/api/clients").statusCode()).isEqualTo(200);
      // Due for a refresh that cannot be had, but still valid.
      assertThat(paul.get("/api/clients").statusCode()).isEqualTo(200);
    } finally {
      realm.back();
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
  void whoSignsInWhileTheRealmIsAwayIsToldSoByTheApp() {
    var maya = new Browser(edge);
    realm.away();
    try {
      var answer = maya.get("/login?return=/referrals");
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(Browser.location(answer)).hasToString("/referrals?sign-in=away");
    } finally {
      realm.back();
    }
    assertThat(maya.signIn("maya").get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void whoComesBackFromARealmThatWentAwayMeanwhileIsToldSoByTheApp() {
    var maya = new Browser(edge);
    var callback =
        Browser.location(maya.send(Browser.toRealm(maya, "/login?return=/referrals?direction=in")));
    realm.away();
    try {
      var landed = maya.get(callback.getRawPath() + "?" + callback.getRawQuery());
      assertThat(Browser.location(landed)).hasToString("/referrals?direction=in&sign-in=away");
    } finally {
      realm.back();
    }
  }

  @Test
  void anEndedTokenWaitsForTheRealmWithoutSigningOut() {
    realm.issueFor(Duration.ofSeconds(1));
    var maya = new Browser(edge).signIn("maya");
    realm.away();
    try {
      await().until(() -> maya.get("/api/clients").statusCode() != 200);
      var answer = maya.get("/api/clients");
      Answers.assertProblem(answer, 503, "sign-in-unavailable");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    } finally {
      realm.back();
    }
    realm.issueFor(Duration.ofMinutes(5));
    assertThat(maya.get("/api/clients").statusCode()).isEqualTo(200);
  }

  @Test
  void whatTheRealmEndedIsEndedHere() {
    realm.issueFor(Duration.ofSeconds(10));
    var maya = new Browser(edge).signIn("maya");
    realm.endSignIns();

    Answers.assertProblem(maya.get("/api/clients"), 401, "unauthenticated");
    Answers.assertProblem(maya.get("/api/me"), 401, "unauthenticated");
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
  void signsOutHereAndSaysWhereItEndsAtTheRealm() {
    var maya = new Browser(edge).signIn("maya");
    maya.get("/");
    Answers.assertProblem(maya.postWithoutProof("/logout", ""), 403, "csrf-token-missing");

    var out = maya.post("/logout", "");

    assertThat(out.body())
        .contains(realm.issuer() + "/protocol/openid-connect/logout", "id_token_hint=ey");
    Answers.assertProblem(maya.get("/api/me"), 401, "unauthenticated");
  }

  @Test
  void whoSignsOutWhileTheRealmIsAwayIsToldSoByTheApp() {
    var maya = new Browser(edge).signIn("maya");
    maya.get("/");
    realm.away();
    try {
      assertThat(maya.post("/logout", "").body()).contains("/?sign-out=unfinished");
      Answers.assertProblem(maya.get("/api/me"), 401, "unauthenticated");
    } finally {
      realm.back();
    }
  }

  @Test
  void whomTheRealmStillKnowsAfterASignOutItForgetsBeforeTheNextSignIn() {
    var browser = new Browser(edge).signIn("maya");
    browser.get("/");
    realm.away();
    try {
      browser.post("/logout", "");
    } finally {
      realm.back();
    }
    var login = "/login?return=/referrals?direction%3Din&language=es";

    for (var again : List.of(login, login, login + "&state=guessed")) {
      assertThat(Browser.location(browser.get(again)))
          .asString()
          .startsWith(realm.issuer() + "/protocol/openid-connect/logout?");
    }
    var asked = Browser.location(browser.get(login));
    var back = URI.create(parameter(asked, "post_logout_redirect_uri"));
    var ended = back.getRawPath() + "?" + back.getRawQuery();
    assertThat(ended).isEqualTo("/login?return=/referrals?direction%3Din&language=es");
    var toRealm = browser.get(ended + "&state=" + parameter(asked, "state"));
    assertThat(Browser.location(toRealm))
        .asString()
        .startsWith(realm.issuer() + "/protocol/openid-connect/auth?")
        .contains("ui_locales=es");

    assertThat(browser.signIn("paul").get("/api/me").body()).contains(Realm.subject("paul"));
  }

  private static String parameter(URI address, String name) {
    var given = UriComponentsBuilder.fromUri(address).build().getQueryParams().getFirst(name);
    return UriUtils.decode(Objects.requireNonNull(given), UTF_8);
  }

  @Test
  void whoIsNotSignedInHereAnyMoreStillSignsOutAtTheRealm() {
    assertThat(new Browser(edge).post("/logout", "").body())
        .contains(realm.issuer() + "/protocol/openid-connect/logout", "client_id=" + Realm.CLIENT)
        .doesNotContain("id_token_hint");
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
