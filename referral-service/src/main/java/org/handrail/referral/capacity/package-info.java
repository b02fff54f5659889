/** How many places services have, how far that can be trusted, and places kept for referrals. */
@NullMarked
package org.handrail.referral.capacity;

import org.jspecify.annotations.NullMarked;
