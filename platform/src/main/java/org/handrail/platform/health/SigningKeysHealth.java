package org.handrail.platform.health;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import org.handrail.platform.caller.SigningKeys;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up from when the realm's signing keys were first seen, for ever. */
final class SigningKeysHealth extends AbstractHealthIndicator {

  private final SigningKeys keys;

  SigningKeysHealth(SigningKeys keys) {
    super("The realm's signing keys cannot be read");
    this.keys = keys;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) throws KeySourceException {
    if (!keys.seen()) {
      keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
    }
    builder.up();
  }
}
