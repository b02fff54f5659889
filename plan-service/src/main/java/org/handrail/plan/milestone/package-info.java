/** Milestones on the way to a goal: clients say which there are and when they reached one. */
@NullMarked
package org.handrail.plan.milestone;

import org.jspecify.annotations.NullMarked;
