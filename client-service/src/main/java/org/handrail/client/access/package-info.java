/**
 * Who looked at whose record: noticed where the way to a client is found, and kept before the
 * answer leaves.
 */
@NullMarked
package org.handrail.client.access;

import org.jspecify.annotations.NullMarked;
