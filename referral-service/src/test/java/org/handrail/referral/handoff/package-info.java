@NullMarked
package org.handrail.referral.handoff;

import org.jspecify.annotations.NullMarked;
