package org.handrail.platform.caller;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The realm's signing keys. Once seen they are kept however long the realm is away, so that who is
 * signed in goes on; an unknown key id asks again, at most every few seconds.
 */
public final class SigningKeys implements JWKSource<SecurityContext> {

  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int SIZE_LIMIT = 256 * 1024;
  private static final long CACHE_MILLIS = 300_000;
  private static final long REFRESH_TIMEOUT_MILLIS = 5_000;
  private static final long PAUSE_MILLIS = 5_000;

  private final JWKSource<SecurityContext> source;
  private volatile boolean seen;

  public SigningKeys(URI address) {
    try {
      source =
          JWKSourceBuilder.create(
                  address.toURL(),
                  new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, SIZE_LIMIT))
              .cache(CACHE_MILLIS, REFRESH_TIMEOUT_MILLIS)
              .rateLimited(PAUSE_MILLIS)
              .outageTolerantForever()
              .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("not an address of signing keys: " + address, e);
    }
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    var keys = source.get(selector, context);
    seen = true;
    return keys;
  }

  /** Whether they were ever read. */
  public boolean seen() {
    return seen;
  }
}
