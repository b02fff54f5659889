/** Who is about to hand a client over, as referral-service tells it. */
@NullMarked
package org.handrail.client.handoff;

import org.jspecify.annotations.NullMarked;
