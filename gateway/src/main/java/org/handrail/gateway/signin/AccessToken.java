package org.handrail.gateway.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is relayed to a service for somebody.
 *
 * @param until when it ends, and with it each stream that was opened by it
 */
public record AccessToken(String value, @Nullable Instant until) {}
