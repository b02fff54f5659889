/** The only place where identified becomes de-identified. */
@NullMarked
package org.handrail.analytics;

import org.jspecify.annotations.NullMarked;
