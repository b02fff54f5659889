/**
 * Handoffs along the continuum from detox to aftercare: warm, and with somebody who stays until the
 * new place is in touch.
 */
@NullMarked
package org.handrail.referral.handoff;

import org.jspecify.annotations.NullMarked;
