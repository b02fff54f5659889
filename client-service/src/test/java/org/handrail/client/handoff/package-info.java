/** Handoffs as this service hears of them. */
@NullMarked
package org.handrail.client.handoff;

import org.jspecify.annotations.NullMarked;
