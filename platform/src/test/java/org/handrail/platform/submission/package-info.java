/** Requests that may be sent again, without a server. */
@NullMarked
package org.handrail.platform.submission;

import org.jspecify.annotations.NullMarked;
