/** What clients do themselves, and how it is written down. */
@NullMarked
package org.handrail.plan.act;

import org.jspecify.annotations.NullMarked;
