@NullMarked
package org.handrail.client.ledger;

import org.jspecify.annotations.NullMarked;
