/** What may happen to a referral, who may do it, and what each party sees of it. */
@NullMarked
package org.handrail.referral.referral.lifecycle;

import org.jspecify.annotations.NullMarked;
