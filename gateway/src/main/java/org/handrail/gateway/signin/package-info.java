/**
 * Signing in at the coalition's Keycloak, the session that remembers it, and the token relayed from
 * it.
 */
@NullMarked
package org.handrail.gateway.signin;

import org.jspecify.annotations.NullMarked;
