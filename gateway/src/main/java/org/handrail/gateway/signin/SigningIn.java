package org.handrail.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.handrail.gateway.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * {@code GET /login?return=/referrals&language=es}: sends the browser to the realm, and brings it
 * back to where it was. Whom the realm still knows after a sign-out that was not finished it
 * forgets first. While the realm is away, and when a sign-in did not succeed, the app says so
 * there: {@code ?sign-in=away}, {@code ?sign-in=failed}.
 */
@Component
class SigningIn implements OAuth2AuthorizationRequestResolver {

  private static final Logger LOG = LoggerFactory.getLogger(SigningIn.class);
  private static final String RETURN = "handrail.return";
  private static final String FINISHED = "handrail.finished";
  // A path of ours: "//host" and "/\host" would be somebody else's.
  private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\w\\-./?=&]{0,200}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final DefaultOAuth2AuthorizationRequestResolver requests;
  private final RealmReach realm;
  private final Identity identity;
  private final PublicUrl publicUrl;
  private final UnfinishedSignOut unfinished;

  SigningIn(
      ClientRegistrationRepository registrations,
      RealmReach realm,
      Identity identity,
      PublicUrl publicUrl,
      UnfinishedSignOut unfinished) {
    this.realm = realm;
    this.identity = identity;
    this.publicUrl = publicUrl;
    this.unfinished = unfinished;
    requests = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/login/to");
    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    return "GET".equals(request.getMethod()) && "/login".equals(request.getRequestURI())
        ? resolve(request, IdentityConfiguration.REGISTRATION)
        : null;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(
      HttpServletRequest request, String registrationId) {
    request.getSession().setAttribute(RETURN, ownPath(request.getParameter("return")));
    var resolved = requests.resolve(request, registrationId);
    return resolved == null
        ? null
        : OAuth2AuthorizationRequest.from(resolved)
            .additionalParameters(parameters -> parameters.putAll(wishes(request)))
            .build();
  }

  /** In which language the realm speaks to them. */
  private static Map<String, Object> wishes(HttpServletRequest request) {
    var language = request.getParameter("language");
    return language != null && LANGUAGE.matcher(language).matches()
        ? Map.of("ui_locales", language)
        : Map.of();
  }

  static String ownPath(@Nullable String path) {
    return path != null && OWN_PATH.matcher(path).matches() ? path : "/";
  }

  /** A browser that is sent to where nobody answers has only its own words for it. */
  void toTheRealm(HttpServletRequest request, HttpServletResponse response, String address)
      throws IOException {
    if (!realm.answers()) {
      backWithout("away", request, response);
    } else if (unfinished.isIn(request) && !wasFinished(request)) {
      response.sendRedirect(finishing(request));
    } else {
      unfinished.isDone(response);
      response.sendRedirect(address);
    }
  }

  /** The realm repeats the word only when it has ended what it knew. */
  private static boolean wasFinished(HttpServletRequest request) {
    var word = request.getSession().getAttribute(FINISHED);
    return word != null && word.equals(request.getParameter("state"));
  }

  /** Ends at the realm what the last sign-out left there, and comes back to sign in. */
  private String finishing(HttpServletRequest request) {
    var word = UUID.randomUUID().toString();
    request.getSession().setAttribute(FINISHED, word);
    var again =
        UriComponentsBuilder.fromUriString(publicUrl.at("/login"))
            .queryParam("return", request.getSession().getAttribute(RETURN));
    wishes(request).forEach((_, language) -> again.queryParam("language", language));
    return identity
        .endingSession(again.encode().toUriString())
        .queryParam("state", word)
        .build(true)
        .toUriString();
  }

  void succeeded(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    response.sendRedirect(back(request));
  }

  private static String back(HttpServletRequest request) {
    var session = request.getSession(false);
    var back = session == null ? null : (String) session.getAttribute(RETURN);
    if (back == null) {
      return "/";
    }
    session.removeAttribute(RETURN);
    return back;
  }

  private static void backWithout(
      String outcome, HttpServletRequest request, HttpServletResponse response) throws IOException {
    var back = back(request);
    response.sendRedirect(back + (back.contains("?") ? "&" : "?") + "sign-in=" + outcome);
  }

  void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
      throws IOException {
    LOG.warn(
        "a sign-in failed: {}",
        exception instanceof OAuth2AuthenticationException e
            ? e.getError().getErrorCode()
            : exception.getClass().getSimpleName());
    backWithout(realm.answers() ? "failed" : "away", request, response);
  }
}
