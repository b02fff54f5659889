@NullMarked
package org.handrail.referral.choice;

import org.jspecify.annotations.NullMarked;
