/** The one door of client-service, as referrals ask it. */
@NullMarked
package org.handrail.referral.referral.door;

import org.jspecify.annotations.NullMarked;
