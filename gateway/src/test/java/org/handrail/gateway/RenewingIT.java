package org.handrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a sign-in lasts, and what becomes of it while the realm cannot be asked. */
class RenewingIT extends AtTheEdge {

  @BeforeEach
  void signInsLast() {
    realm.issueFor(Duration.ofMinutes(5));
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
}
