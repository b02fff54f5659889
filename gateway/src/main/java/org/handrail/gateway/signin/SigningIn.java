package org.handrail.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
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

/**
 * {@code GET /login?return=/referrals&hint=maya@riverbend.example&language=es}: sends the browser
 * to the realm, and brings it back to where it was. While the realm is away, and when a sign-in did
 * not succeed, the app says so there: {@code ?sign-in=away}, {@code ?sign-in=failed}.
 */
@Component
class SigningIn implements OAuth2AuthorizationRequestResolver {

  private static final Logger LOG = LoggerFactory.getLogger(SigningIn.class);
  private static final String RETURN = "handrail.return";
  // A path of ours: "//host" and "/\host" would be somebody else's.
  private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\w\\-./?=&]{0,200}");
  private static final int HINT_LENGTH = 200;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final DefaultOAuth2AuthorizationRequestResolver requests;
  private final RealmReach realm;

  SigningIn(ClientRegistrationRepository registrations, RealmReach realm) {
    this.realm = realm;
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

  /** Who probably signs in, and in which language the realm speaks to them. */
  private static Map<String, Object> wishes(HttpServletRequest request) {
    var wishes = new HashMap<String, Object>();
    var hint = request.getParameter("hint");
    if (hint != null && hint.length() <= HINT_LENGTH) {
      wishes.put("login_hint", hint);
    }
    var language = request.getParameter("language");
    if (language != null && LANGUAGE.matcher(language).matches()) {
      wishes.put("ui_locales", language);
    }
    return wishes;
  }

  static String ownPath(@Nullable String path) {
    return path != null && OWN_PATH.matcher(path).matches() ? path : "/";
  }

  /** A browser that is sent to where nobody answers has only its own words for it. */
  void toTheRealm(HttpServletRequest request, HttpServletResponse response, String address)
      throws IOException {
    if (realm.answers()) {
      response.sendRedirect(address);
    } else {
      backWithout("away", request, response);
    }
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
