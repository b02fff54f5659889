@NullMarked
package org.handrail.referral.referral.clock;

import org.jspecify.annotations.NullMarked;
