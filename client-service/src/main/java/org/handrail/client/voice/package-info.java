/** What the client says to anything that is kept about them, and who of the agency looked at it. */
@NullMarked
package org.handrail.client.voice;

import org.jspecify.annotations.NullMarked;
