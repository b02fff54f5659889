/** The outbox under stress and faults. */
@NullMarked
package org.handrail.platform.outbox;

import org.jspecify.annotations.NullMarked;
