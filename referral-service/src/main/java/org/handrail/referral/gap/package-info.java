/** What people needed and could not find, what they propose instead, and where they can help. */
@NullMarked
package org.handrail.referral.gap;

import org.jspecify.annotations.NullMarked;
