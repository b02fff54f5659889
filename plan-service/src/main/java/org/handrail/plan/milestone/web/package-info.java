/** Milestones over HTTP. */
@NullMarked
package org.handrail.plan.milestone.web;

import org.jspecify.annotations.NullMarked;
