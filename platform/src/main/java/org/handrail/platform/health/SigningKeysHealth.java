package org.handrail.platform.health;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.util.concurrent.atomic.AtomicBoolean;
import org.handrail.platform.caller.SigningKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up from when the realm's signing keys were first seen, for ever. */
final class SigningKeysHealth implements HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(SigningKeysHealth.class);

  private final SigningKeys keys;
  // Who waits for a start asks several times a second: the log need not hear of each.
  private final AtomicBoolean told = new AtomicBoolean();

  SigningKeysHealth(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  public Health health() {
    try {
      if (!keys.seen()) {
        keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
      }
      return Health.up().build();
    } catch (KeySourceException e) {
      if (!told.getAndSet(true)) {
        LOG.warn("not ready until the realm's signing keys can be read: {}", e.getMessage());
      }
      return Health.down(e).build();
    }
  }
}
