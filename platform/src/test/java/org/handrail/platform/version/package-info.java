/** Versions, without a server. */
@NullMarked
package org.handrail.platform.version;

import org.jspecify.annotations.NullMarked;
