package org.handrail.platform.caller;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;

/**
 * Keys that were never seen and cannot be had are no verdict on a token: the entry point hears of
 * them as an {@link org.springframework.security.authentication.AuthenticationServiceException},
 * which otherwise would end as a failure of ours.
 */
public final class KeysMayBeAway implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

  private final AuthenticationEntryPointFailureHandler failed;

  public KeysMayBeAway(AuthenticationEntryPoint entryPoint) {
    failed = new AuthenticationEntryPointFailureHandler(entryPoint);
    failed.setRethrowAuthenticationServiceException(false);
  }

  @Override
  public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
    filter.setAuthenticationFailureHandler(failed);
    return filter;
  }
}
