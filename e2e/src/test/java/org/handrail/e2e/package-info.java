/** What the coalition's people do with Handrail, played on the running system as a black box. */
@NullMarked
package org.handrail.e2e;

import org.jspecify.annotations.NullMarked;
