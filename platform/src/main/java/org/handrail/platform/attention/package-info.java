/** Asks for somebody's attention: notification-service tells them. */
@NullMarked
package org.handrail.platform.attention;

import org.jspecify.annotations.NullMarked;
