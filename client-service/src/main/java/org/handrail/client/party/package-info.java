/** The organisations that a consent may speak of, and what each of them is before the law. */
@NullMarked
package org.handrail.client.party;

import org.jspecify.annotations.NullMarked;
