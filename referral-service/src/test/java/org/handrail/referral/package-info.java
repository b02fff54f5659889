@NullMarked
package org.handrail.referral;

import org.jspecify.annotations.NullMarked;
