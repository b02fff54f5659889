/**
 * Notifications as they come: server-sent events that end with the sign-in and resume without loss.
 */
@NullMarked
package org.handrail.notification.stream;

import org.jspecify.annotations.NullMarked;
