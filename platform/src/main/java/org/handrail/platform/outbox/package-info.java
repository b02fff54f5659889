/**
 * Events on their way out: {@link org.handrail.platform.outbox.Outbox#append} in the transaction of
 * the change; the relay sends them.
 */
@NullMarked
package org.handrail.platform.outbox;

import org.jspecify.annotations.NullMarked;
