/**
 * Somebody at a client's side for hours or days, at home or on the way: the agreement of both, the
 * shifts, who takes over, and rest (C10).
 */
@NullMarked
package org.handrail.client.companion;

import org.jspecify.annotations.NullMarked;
