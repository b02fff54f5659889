/** Who may call, without a server. */
@NullMarked
package org.handrail.platform.caller;

import org.jspecify.annotations.NullMarked;
