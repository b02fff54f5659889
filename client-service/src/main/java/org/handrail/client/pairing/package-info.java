/** With whom a client walks: by their own wish, changed without a reason, and how they find it. */
@NullMarked
package org.handrail.client.pairing;

import org.jspecify.annotations.NullMarked;
