package org.handrail.gateway.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.handrail.gateway.EdgeProblems;
import org.handrail.gateway.PublicUrl;
import org.handrail.platform.caller.KeysMayBeAway;
import org.handrail.platform.http.HeaderText;
import org.handrail.platform.http.Rejected;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemWriter;
import org.handrail.platform.problem.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Two ways in that never meet: a request with an Authorization header is a program's and leaves no
 * session; any other is a browser's.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private final ProblemWriter problems;
  private final PublicUrl publicUrl;

  SecurityConfiguration(ProblemWriter problems, PublicUrl publicUrl) {
    this.problems = problems;
    this.publicUrl = publicUrl;
  }

  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http) {
    return common(http)
        .securityMatcher(SecurityConfiguration::hasAuthorization)
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(entryPoint("Bearer"))
                    .accessDeniedHandler(denied())
                    .withObjectPostProcessor(new KeysMayBeAway(entryPoint("Bearer")))
                    .jwt(jwt -> {}))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain browsers(
      HttpSecurity http,
      SigningIn signingIn,
      SigningOut signingOut,
      SessionTokens tokens,
      ProofOfOrigin origin,
      List<LogoutHandler> endings) {
    return common(http)
        .csrf(
            csrf ->
                csrf.spa()
                    .csrfTokenRepository(origin)
                    .requireCsrfProtectionMatcher(SecurityConfiguration::needsProof)
                    // A provider's callback has no cookie; its service checks the signature.
                    .ignoringRequestMatchers("/webhooks/**"))
        .addFilterBefore(new WhosePage(entryPoint("Session")), LogoutFilter.class)
        // A row of its own, and the old one is gone: a request that began before the sign-in and
        // ends after it would write the old id back into a row that stays the same.
        .sessionManagement(
            session -> session.sessionFixation(fixation -> fixation.migrateSession()))
        .oauth2Login(
            login ->
                login
                    .loginPage("/login")
                    .authorizedClientRepository(tokens)
                    .authorizationEndpoint(
                        endpoint ->
                            endpoint
                                .authorizationRequestResolver(signingIn)
                                .authorizationRedirectStrategy(signingIn::toTheRealm))
                    .successHandler(signingIn::succeeded)
                    .failureHandler(signingIn::failed))
        .logout(
            logout -> {
              endings.forEach(logout::addLogoutHandler);
              logout.logoutUrl("/logout").logoutSuccessHandler(signingOut);
            })
        .build();
  }

  private HttpSecurity common(HttpSecurity http) {
    return http.requestCache(AbstractHttpConfigurer::disable)
        .headers(headers -> SecurityHeaders.of(publicUrl).accept(headers))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(entryPoint("Session"))
                    .accessDeniedHandler(denied()))
        .authorizeHttpRequests(SecurityConfiguration::whoMayAsk);
  }

  private static void whoMayAsk(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
        .permitAll()
        .requestMatchers("/api/**")
        .authenticated()
        .anyRequest()
        .permitAll();
  }

  private static boolean hasAuthorization(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  /** A write by whoever has a session: of anybody else there is nothing to protect. */
  private static boolean needsProof(HttpServletRequest request) {
    return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && request.getSession(false) != null;
  }

  private AuthenticationEntryPoint entryPoint(String scheme) {
    return (request, response, exception) -> {
      if (exception instanceof AuthenticationServiceException) {
        problems.write(response, Problem.of(EdgeProblems.SIGN_IN_UNAVAILABLE));
        return;
      }
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, scheme);
      problems.write(response, Problem.of(Problems.UNAUTHENTICATED));
    };
  }

  private AccessDeniedHandler denied() {
    var signInFirst = entryPoint("Session");
    return (request, response, exception) -> {
      if (!(exception instanceof CsrfException)) {
        problems.write(response, Problem.of(Problems.ROLE_NOT_ALLOWED));
      } else if (isForMembers(request) && !isSignedIn()) {
        // A session that somebody only began.
        signInFirst.commence(
            request, response, new InsufficientAuthenticationException("nobody is signed in"));
      } else {
        problems.write(
            response,
            Problem.of(EdgeProblems.CSRF_TOKEN)
                .detail("Send the cookie XSRF-TOKEN's value in the header X-XSRF-TOKEN"));
      }
    };
  }

  private static boolean isForMembers(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }

  // Asked before anybody is named who is not.
  private static boolean isSignedIn() {
    return SecurityContextHolder.getContext().getAuthentication() != null;
  }

  @Bean
  HttpFirewall headersAsHttpHasThem() {
    return HeaderText.firewall();
  }

  @Bean
  RequestRejectedHandler rejectedAddresses() {
    return new Rejected(problems);
  }
}
