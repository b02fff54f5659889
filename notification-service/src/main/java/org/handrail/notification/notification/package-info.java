/** What somebody must know, kept in the order in which it became known. */
@NullMarked
package org.handrail.notification.notification;

import org.jspecify.annotations.NullMarked;
