/** Messaging outside of a service. */
@NullMarked
package org.handrail.platform.messaging;

import org.jspecify.annotations.NullMarked;
