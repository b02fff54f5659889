/**
 * Meetings of mutual aid in the region, whatever the fellowship: where the next one is, what a
 * first one is like, and who goes along.
 */
@NullMarked
package org.handrail.referral.meeting;

import org.jspecify.annotations.NullMarked;
