@NullMarked
package org.handrail.referral.referral;

import org.jspecify.annotations.NullMarked;
