/** What of peers' time a payer pays for, by the payer's own rule (BILL-1). */
@NullMarked
package org.handrail.client.billing;

import org.jspecify.annotations.NullMarked;
