/** What a Peer Recovery Specialist may and may not record: the limits of a peer's practice. */
@NullMarked
package org.handrail.client.practice;

import org.jspecify.annotations.NullMarked;
