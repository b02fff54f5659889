/**
 * Optimistic versions as ETags: {@link org.handrail.platform.version.IfMatch}, {@link
 * org.handrail.platform.version.ETags}, {@link org.handrail.platform.version.Versions}.
 */
@NullMarked
package org.handrail.platform.version;

import org.jspecify.annotations.NullMarked;
