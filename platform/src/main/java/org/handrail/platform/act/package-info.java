/**
 * What a client did, as it was written down: in person, by phone, on paper, or by their own
 * sign-in. Whatever is theirs to decide, in whichever service, takes effect by one of these alone.
 */
@NullMarked
package org.handrail.platform.act;

import org.jspecify.annotations.NullMarked;
