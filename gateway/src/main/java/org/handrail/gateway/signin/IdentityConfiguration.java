package org.handrail.gateway.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.handrail.gateway.PublicUrl;
import org.handrail.platform.caller.SigningKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;

/** How the edge speaks with the realm; nothing here asks it anything at start. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

  static final String REGISTRATION = "handrail-web";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  SigningKeys signingKeys(Identity identity) {
    return new SigningKeys(identity.jwks());
  }

  /** For access tokens, a bearer's and a session's alike. */
  @Bean
  JwtDecoder accessTokenDecoder(SigningKeys keys, Identity identity) {
    var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(identity.issuer().toString()),
            new JwtClaimValidator<Object>("sub", subject -> subject != null),
            new JwtClaimValidator<Object>("exp", expiry -> expiry != null),
            new JwtClaimValidator<List<String>>(
                "aud", audience -> audience != null && audience.contains(Identity.AUDIENCE))));
    return decoder;
  }

  @Bean
  JwtDecoderFactory<ClientRegistration> idTokenDecoders(SigningKeys keys) {
    return registration -> {
      var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
      decoder.setJwtValidator(
          new DelegatingOAuth2TokenValidator<>(
              JwtValidators.createDefault(), new OidcIdTokenValidator(registration)));
      return decoder;
    };
  }

  @Bean
  ClientRegistration handrailWeb(Identity identity, PublicUrl publicUrl) {
    return ClientRegistration.withRegistrationId(REGISTRATION)
        .clientId(identity.clientId())
        .clientSecret(identity.clientSecret())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(publicUrl.at("/login/oauth2/code/" + REGISTRATION))
        .scope("openid", "profile")
        .issuerUri(identity.issuer().toString())
        .authorizationUri(identity.authorizationUrl())
        .tokenUri(identity.tokenUrl().toString())
        .jwkSetUri(identity.jwks().toString())
        // The name of a session's row is an id, not an address or a name.
        .userNameAttributeName("sub")
        .providerConfigurationMetadata(Map.of("end_session_endpoint", identity.endSessionUrl()))
        .build();
  }

  @Bean
  ClientRegistrationRepository registrations(ClientRegistration registration) {
    return new InMemoryClientRegistrationRepository(registration);
  }

  @Bean
  OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange() {
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(tokenEndpoint());
    return client;
  }

  @Bean
  OAuth2AuthorizedClientProvider refreshing(Clock clock) {
    var client = new RestClientRefreshTokenTokenResponseClient();
    client.setRestClient(tokenEndpoint());
    var provider = new RefreshTokenOAuth2AuthorizedClientProvider();
    provider.setAccessTokenResponseClient(client);
    provider.setClock(clock);
    provider.setClockSkew(AccessTokens.AHEAD.plusSeconds(1));
    return provider;
  }

  private static RestClient tokenEndpoint() {
    var factory = new JdkClientHttpRequestFactory();
    factory.setReadTimeout(PATIENCE);
    return RestClient.builder()
        .requestFactory(factory)
        .configureMessageConverters(
            converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }
}
