package org.handrail.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Whoever goes leaves nothing behind, here or at the realm. */
class SigningOutIT extends AtTheEdge {

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

  @Test
  void whoIsNotSignedInHereAnyMoreStillSignsOutAtTheRealm() {
    assertThat(new Browser(edge).post("/logout", "").body())
        .contains(realm.issuer() + "/protocol/openid-connect/logout", "client_id=" + Realm.CLIENT)
        .doesNotContain("id_token_hint");
  }

  private static String parameter(URI address, String name) {
    var given = UriComponentsBuilder.fromUri(address).build().getQueryParams().getFirst(name);
    return UriUtils.decode(Objects.requireNonNull(given), UTF_8);
  }
}
