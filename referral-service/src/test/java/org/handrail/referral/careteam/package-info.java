@NullMarked
package org.handrail.referral.careteam;

import org.jspecify.annotations.NullMarked;
