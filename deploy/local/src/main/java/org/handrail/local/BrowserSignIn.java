package org.handrail.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs a person in as a browser would: through the pages that Keycloak shows, those of the
 * person's own agency included.
 */
public final class BrowserSignIn {

  private static final String CLIENT = "handrail-cli";
  private static final String REDIRECT = "http://127.0.0.1/handrail-cli";
  private static final int STEPS = 20;
  private static final JsonMapper JSON = new JsonMapper();

  private final String email;
  private final String password;
  private final Cookies cookies = new Cookies();
  private final HttpClient http = HttpClient.newHttpClient();

  private BrowserSignIn(String email, String password) {
    this.email = email;
    this.password = password;
  }

  /** What the realm gives for a code; the second renews the first for as long as it lasts. */
  public record Tokens(
      @JsonProperty("access_token") String access, @JsonProperty("refresh_token") String refresh) {}

  /** The tokens of whoever has this e-mail and password: authorization code with PKCE. */
  public static Tokens tokens(String issuer, String email, String password) {
    return new BrowserSignIn(email, password).tokens(issuer);
  }

  /** The first of the {@link #tokens}. */
  public static String accessToken(String issuer, String email, String password) {
    return tokens(issuer, email, password).access();
  }

  /** What a browser sends as {@code Cookie} once that person has signed in at the web app. */
  public static String cookies(URI webApp, String email, String password) {
    return new BrowserSignIn(email, password).cookies(webApp);
  }

  private String cookies(URI webApp) {
    var home = webApp.resolve("/");
    // A sign-in that fails ends at home too, with a word about it.
    var arrived =
        follow(
            home.resolve("/login"), at -> at.resolve("/").equals(home) && at.getPath().equals("/"));
    if (!arrived.equals(home)) {
      throw new Trouble("%s cannot sign in: %s".formatted(email, arrived));
    }
    return cookies.sentTo(home);
  }

  private Tokens tokens(String issuer) {
    var verifier = Secrets.random();
    var page =
        form(
            Map.of(
                "response_type",
                "code",
                "client_id",
                CLIENT,
                "redirect_uri",
                REDIRECT,
                "scope",
                "openid",
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256"));
    var start = URI.create(issuer + "/protocol/openid-connect/auth?" + page);
    return exchange(
        issuer, code(follow(start, at -> at.toString().startsWith(REDIRECT))), verifier);
  }

  /** From page to page until the browser is sent to such an address, which is not asked for. */
  private URI follow(URI start, Predicate<URI> isEnd) {
    var at = start;
    var request = HttpRequest.newBuilder(at);
    for (int step = 0; step < STEPS; step++) {
      var response = send(request, at);
      var location = response.headers().firstValue("location").map(at::resolve);
      if (location.isEmpty()) {
        var form = formOf(response.body(), at);
        at = URI.create(form.absUrl("action"));
        request = post(at, fields(form));
      } else if (isEnd.test(location.get())) {
        return location.get();
      } else {
        at = location.get();
        request = HttpRequest.newBuilder(at);
      }
    }
    throw new Trouble("the sign-in of %s does not end".formatted(email));
  }

  private FormElement formOf(String body, URI at) {
    var page = Jsoup.parse(body, at.toString());
    var problem =
        page.select("[id^=input-error], .kc-feedback-text, #kc-error-message").text().strip();
    if (page.selectFirst("form") instanceof FormElement form && problem.isEmpty()) {
      return form;
    }
    throw new Trouble(
        "%s cannot sign in: %s".formatted(email, problem.isEmpty() ? page.title() : problem));
  }

  /** Fills in what the page asks for and keeps what it has filled in itself. */
  private Map<String, String> fields(FormElement form) {
    var fields = new LinkedHashMap<String, String>();
    for (var input : form.select("input[name]:not([type=checkbox])")) {
      var given =
          switch (input.attr("name")) {
            case "username" -> email;
            case "password" -> password;
            default -> input.val();
          };
      fields.put(input.attr("name"), given);
    }
    return fields;
  }

  private Tokens exchange(String issuer, String code, String verifier) {
    var at = URI.create(issuer + "/protocol/openid-connect/token");
    var request =
        post(
            at,
            Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "redirect_uri", REDIRECT,
                "code", code,
                "code_verifier", verifier));
    var response = send(request, at);
    if (response.statusCode() != 200) {
      throw new Trouble("no token for the code: " + response.body());
    }
    return JSON.readValue(response.body(), Tokens.class);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, URI at) {
    try {
      cookies.addTo(request, at);
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      cookies.keep(response.headers(), at);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot reach " + at.getAuthority(), e);
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  private static HttpRequest.Builder post(URI at, Map<String, String> fields) {
    return HttpRequest.newBuilder(at)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form(fields)));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String code(URI redirect) {
    for (var pair : redirect.getRawQuery().split("&", -1)) {
      if (pair.startsWith("code=")) {
        return URLDecoder.decode(pair.substring(5), UTF_8);
      }
    }
    throw new Trouble("refused: " + redirect.getQuery());
  }

  private static String challenge(String verifier) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
