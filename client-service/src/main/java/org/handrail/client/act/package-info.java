/**
 * What a client did, as it was written down: in person, by phone, on paper, or by their own
 * sign-in.
 */
@NullMarked
package org.handrail.client.act;

import org.jspecify.annotations.NullMarked;
