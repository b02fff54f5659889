/**
 * Refusals and how they are told (RFC 9457): throw {@link org.handrail.platform.problem.Refusal}
 * with a {@link org.handrail.platform.problem.ProblemType} of your feature.
 */
@NullMarked
package org.handrail.platform.problem;

import org.jspecify.annotations.NullMarked;
