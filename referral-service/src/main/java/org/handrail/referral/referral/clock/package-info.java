/** How long is waited for whom, and what becomes of it when nobody answers: pure time. */
@NullMarked
package org.handrail.referral.referral.clock;

import org.jspecify.annotations.NullMarked;
