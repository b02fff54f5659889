/** Asks for somebody's attention: notification-service tells them. */
@NullMarked
package org.handrail.client.attention;

import org.jspecify.annotations.NullMarked;
