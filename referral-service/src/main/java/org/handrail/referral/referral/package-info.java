/**
 * Referrals: sent through the one door, answered through it, and followed until the person came.
 */
@NullMarked
package org.handrail.referral.referral;

import org.jspecify.annotations.NullMarked;
