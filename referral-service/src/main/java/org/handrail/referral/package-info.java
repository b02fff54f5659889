/**
 * From a need to an arrival: the resource directory, options, the client's choice, and referrals.
 */
@NullMarked
package org.handrail.referral;

import org.jspecify.annotations.NullMarked;
