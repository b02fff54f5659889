package org.handrail.platform.caller;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.List;
import org.handrail.platform.http.HeaderText;
import org.handrail.platform.http.Rejected;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemAutoConfiguration;
import org.handrail.platform.problem.ProblemWriter;
import org.handrail.platform.problem.Problems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may come in: bearer tokens of the coalition's realm, for people or for this service. */
@AutoConfiguration(
    after = ProblemAutoConfiguration.class,
    before = OAuth2ResourceServerAutoConfiguration.class)
class CallerAutoConfiguration {

  private static final String[] WITHOUT_SIGN_IN = {
    "/actuator/health/**", "/actuator/info", "/actuator/prometheus", "/v3/api-docs/**"
  };

  @Bean
  @ConditionalOnMissingBean
  SigningKeys signingKeys(@Value("${handrail.jwks}") URI address) {
    return new SigningKeys(address);
  }

  @Bean
  @ConditionalOnMissingBean
  JwtDecoder tokens(
      SigningKeys keys,
      @Value("${handrail.issuer}") String issuer,
      @Value("${handrail.service}") String service) {
    var valid =
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(issuer),
            new JwtClaimValidator<String>("sub", subject -> subject != null),
            new JwtClaimValidator<Object>("exp", expiry -> expiry != null),
            new JwtClaimValidator<List<String>>(
                "aud",
                audience ->
                    audience != null
                        && (audience.contains(TokenReading.PEOPLE) || audience.contains(service))));
    var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
    decoder.setJwtValidator(valid);
    return new RecentTokens(decoder, valid);
  }

  @Bean
  @ConditionalOnMissingBean
  SecurityFilterChain callers(
      HttpSecurity http,
      ProblemWriter problems,
      Environment environment,
      @Value("${handrail.service}") String service) {
    var open =
        Binder.get(environment)
            .bind("handrail.http.public-paths", Bindable.listOf(String.class))
            .orElseGet(List::of)
            .toArray(String[]::new);
    AuthenticationEntryPoint entryPoint =
        (request, response, e) -> {
          if (e instanceof AuthenticationServiceException) {
            problems.write(response, Problem.of(Problems.UNAVAILABLE));
            return;
          }
          response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
          problems.write(response, Problem.of(Problems.UNAUTHENTICATED));
        };
    AccessDeniedHandler denied =
        (request, response, e) -> problems.write(response, Problem.of(Problems.ROLE_NOT_ALLOWED));
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(Customizer.withDefaults())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(WITHOUT_SIGN_IN)
                    .permitAll()
                    .requestMatchers(open)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(entryPoint)
                    .accessDeniedHandler(denied)
                    .withObjectPostProcessor(new KeysMayBeAway(entryPoint))
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(new TokenReading(service))))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(entryPoint).accessDeniedHandler(denied))
        .addFilterAfter(new CallerScopeFilter(problems), AuthorizationFilter.class)
        .build();
  }

  // Each filter of each request was timed for its own: a tenth of the service's work, read by
  // nobody.
  @Bean
  SecurityObservationSettings filtersGoUntimed() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  HttpFirewall headersAsHttpHasThem() {
    return HeaderText.firewall();
  }

  @Bean
  RequestRejectedHandler rejectedAddresses(ProblemWriter problems) {
    return new Rejected(problems);
  }

  @Bean
  WebMvcConfigurer callerParameters() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerParameters());
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RoleCheck());
      }
    };
  }

  @Bean
  HandlersNameTheirRoles handlersNameTheirRoles() {
    return new HandlersNameTheirRoles();
  }
}
