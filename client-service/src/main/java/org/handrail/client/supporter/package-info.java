/**
 * Family and others who stand by a client: people of their own, who see nothing of the client by
 * that.
 */
@NullMarked
package org.handrail.client.supporter;

import org.jspecify.annotations.NullMarked;
