@NullMarked
package org.handrail.referral.capacity;

import org.jspecify.annotations.NullMarked;
