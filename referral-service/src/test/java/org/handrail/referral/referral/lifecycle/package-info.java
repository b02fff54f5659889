@NullMarked
package org.handrail.referral.referral.lifecycle;

import org.jspecify.annotations.NullMarked;
