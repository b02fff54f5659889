/**
 * What a client's papers say of them: told later than the rest, and put right when it was a slip.
 */
@NullMarked
package org.handrail.client.identity;

import org.jspecify.annotations.NullMarked;
