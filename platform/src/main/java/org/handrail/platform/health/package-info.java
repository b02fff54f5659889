/**
 * What a service says of itself: readiness needs its own database and the signing keys; its
 * surroundings gate nothing.
 */
@NullMarked
package org.handrail.platform.health;

import org.jspecify.annotations.NullMarked;
