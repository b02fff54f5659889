/**
 * Events coming in: a service declares {@link org.handrail.platform.inbox.EventSubscription} beans.
 */
@NullMarked
package org.handrail.platform.inbox;

import org.jspecify.annotations.NullMarked;
