/** What every service shares and no domain. */
@NullMarked
package org.handrail.platform;

import org.jspecify.annotations.NullMarked;
