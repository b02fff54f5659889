/**
 * The lists that a client may ask for: the accounting of disclosures, 42 CFR 2.25, and the
 * intermediary's list, 42 CFR 2.24.
 */
@NullMarked
package org.handrail.client.accounting;

import org.jspecify.annotations.NullMarked;
