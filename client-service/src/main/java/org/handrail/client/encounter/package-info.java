/**
 * What somebody and their specialist did together: the client's words first, then what was done,
 * where, for how long and what each learned.
 */
@NullMarked
package org.handrail.client.encounter;

import org.jspecify.annotations.NullMarked;
