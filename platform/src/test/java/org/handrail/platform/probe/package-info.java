/** A small service that the platform's own tests call. */
@NullMarked
package org.handrail.platform.probe;

import org.jspecify.annotations.NullMarked;
