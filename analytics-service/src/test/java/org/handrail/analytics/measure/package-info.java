/** That few are not shown. */
@NullMarked
package org.handrail.analytics.measure;

import org.jspecify.annotations.NullMarked;
