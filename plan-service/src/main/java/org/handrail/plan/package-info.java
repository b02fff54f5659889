/** Client-directed recovery plans: what a client wants, in the client's own words. */
@NullMarked
package org.handrail.plan;

import org.jspecify.annotations.NullMarked;
