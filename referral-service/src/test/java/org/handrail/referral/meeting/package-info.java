@NullMarked
package org.handrail.referral.meeting;

import org.jspecify.annotations.NullMarked;
