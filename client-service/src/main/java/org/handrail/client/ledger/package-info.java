/**
 * The ledger of disclosures: append-only, one hash chain per client, its heads anchored outside the
 * database.
 */
@NullMarked
package org.handrail.client.ledger;

import org.jspecify.annotations.NullMarked;
