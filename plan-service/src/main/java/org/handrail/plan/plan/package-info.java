/** A client's plan: goals in the client's words, in force by the client's own act. */
@NullMarked
package org.handrail.plan.plan;

import org.jspecify.annotations.NullMarked;
