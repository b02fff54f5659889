package org.handrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages, while neither the realm nor a service answers. */
class PagesIT {

  private static Edge edge;

  @BeforeAll
  static void start() {
    var realm = new Realm();
    var service = new Service();
    realm.away();
    service.away();
    edge = Edge.before(realm, service);
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  private static HttpResponse<String> get(String path) {
    return Program.send(HttpRequest.newBuilder(edge.at(path)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/referrals",
        "/clients/1/consents/new",
        "/option-sets/1",
        "/consents/1",
        "/index.html"
      })
  void theAppAnswersItsAddresses(String path) {
    var page = get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<div id=\"app\">");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(page.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
  }

  @Test
  void thePartsOfTheAppAreKeptByBrowsers() {
    var script =
        get("/").body().lines().filter(line -> line.contains("/assets/")).findFirst().orElseThrow();
    var path = script.replaceAll(".*\"(/assets/[^\"]+)\".*", "$1");

    var part = get(path);

    assertThat(part.statusCode()).isEqualTo(200);
    assertThat(part.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(kept -> assertThat(kept).contains("immutable", "max-age=31536000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/gone.js",
        "/gone.png",
        "/docs/gone",
        "/login/gone",
        "/internal",
        "/API/clients",
        "/Clients",
        "/clientsandmore",
        "/clients/1.png",
        "/clients/1/2/3",
        "/consents/1/2",
        "/consents",
        "/assets",
        "/wp-admin"
      })
  void whatIsNotThereIsNotTheApp(String path) {
    Answers.assertProblem(get(path), 404, "not-found");
  }

  @Test
  void eachScreenOfTheAppHasItsAddress() throws IOException {
    var routes = Files.readString(Path.of("../web/src/SignedIn.tsx"));
    var addresses = Pattern.compile("\\[\"(/[^\"]*)\", \\(").matcher(routes).results();

    assertThat(addresses.map(found -> found.group(1).replace(":id", "1")))
        .hasSizeGreaterThan(5)
        .allSatisfy(path -> assertThat(get(path).statusCode()).as(path).isEqualTo(200));
  }

  private static HttpResponse<String> follow(String path, String accept) {
    return Program.send(HttpRequest.newBuilder(edge.at(path)).header("Accept", accept));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nope", "/Clients", "/docs/gone", "/clients/1.png", "/assets/gone.js"})
  void whoeverFollowsALinkToNowhereIsToldSoByTheApp(String path) {
    var page = follow(path, "text/html,application/xhtml+xml,*/*;q=0.8");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).isEqualTo(get("/").body());
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().allValues("Vary")).contains("Accept");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    Answers.assertProblem(follow(path, "*/*"), 404, "not-found");
    Answers.assertProblem(follow(path, "application/json"), 404, "not-found");
  }

  @Test
  void aPageTakesNoWrites() {
    Answers.assertProblem(
        Program.send(HttpRequest.newBuilder(edge.at("/")).PUT(HttpRequest.BodyPublishers.noBody())),
        405,
        "method-not-allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/me", "/assets/gone.js", "/docs"})
  void everyAnswerTellsTheBrowserWhatNotToDo(String path) {
    var headers = get(path).headers();

    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains(
                        "default-src 'none'", "script-src 'self';", "frame-ancestors 'none'"));
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void awayFromThisMachineNothingTravelsInTheClear() {
    var realm = new Realm();
    var service = new Service();
    try (realm;
        service;
        var abroad =
            Edge.before(realm, service, "--handrail.public-url=https://handrail.example")) {
      var answer = Program.send(HttpRequest.newBuilder(abroad.at("/login")));

      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
      assertThat(answer.headers().allValues("Set-Cookie"))
          .filteredOn(cookie -> cookie.startsWith("__Host-SESSION="))
          .singleElement()
          .asString()
          .contains("Secure", "HttpOnly");
      assertThat(Browser.location(answer).getQuery())
          .contains("redirect_uri=https://handrail.example/login/oauth2/code/handrail-web");
    }
  }

  @Test
  void theDocumentationNeedsNoInternet() {
    assertThat(get("/docs").body())
        .contains("/docs/ui/swagger-ui-bundle.js")
        .doesNotContain("http");
    assertThat(get("/docs/ui/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
    assertThat(get("/docs/ui/swagger-ui.css").statusCode()).isEqualTo(200);
    assertThat(get("/docs/interfaces.js").body()).contains("/docs/openapi/");
    assertThat(get("/docs/gateway.json").body()).contains("/api/me");
    Answers.assertProblem(get("/docs/openapi/client.json"), 503, "service-unavailable");
  }

  @Test
  void isReadyWithoutTheRealm() {
    assertThat(get("/readyz").body()).contains("\"UP\"");
    assertThat(get("/livez").body()).contains("\"UP\"");
    assertThat(behind("/actuator/health/readiness").body()).contains("\"UP\"");
  }

  @Test
  void whatIsMeasuredIsToldToOperatorsOnly() {
    assertThat(behind("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    Answers.assertProblem(get("/actuator/prometheus"), 404, "not-found");
  }

  private static HttpResponse<String> behind(String path) {
    return Program.send(HttpRequest.newBuilder(edge.behind(path)));
  }
}
