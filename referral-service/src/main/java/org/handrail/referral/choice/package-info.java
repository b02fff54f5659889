/** What a client was offered, and what they chose. */
@NullMarked
package org.handrail.referral.choice;

import org.jspecify.annotations.NullMarked;
