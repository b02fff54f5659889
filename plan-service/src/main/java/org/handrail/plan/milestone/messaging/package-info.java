/** What referrals tell about milestones. */
@NullMarked
package org.handrail.plan.milestone.messaging;

import org.jspecify.annotations.NullMarked;
