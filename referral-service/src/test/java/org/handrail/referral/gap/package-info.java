@NullMarked
package org.handrail.referral.gap;

import org.jspecify.annotations.NullMarked;
