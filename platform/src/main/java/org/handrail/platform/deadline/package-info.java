/** What must be done when a time comes, however often the service was restarted since. */
@NullMarked
package org.handrail.platform.deadline;

import org.jspecify.annotations.NullMarked;
