@NullMarked
package org.handrail.referral.opening;

import org.jspecify.annotations.NullMarked;
