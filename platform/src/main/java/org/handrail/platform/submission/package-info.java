/**
 * Requests that may be sent again and take effect once: {@link
 * org.handrail.platform.submission.Submission}.
 */
@NullMarked
package org.handrail.platform.submission;

import org.jspecify.annotations.NullMarked;
