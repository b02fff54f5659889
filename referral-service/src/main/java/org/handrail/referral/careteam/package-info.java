/** Who is at a client's side, by which consent, and what they and the client mean to do. */
@NullMarked
package org.handrail.referral.careteam;

import org.jspecify.annotations.NullMarked;
