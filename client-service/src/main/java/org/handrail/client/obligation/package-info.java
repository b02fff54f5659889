/**
 * What others demand of a client, kept apart from peer support, and the letter that the client may
 * ask for.
 */
@NullMarked
package org.handrail.client.obligation;

import org.jspecify.annotations.NullMarked;
