/** Who treats the client: what a general designation on a consent reaches, 42 CFR 2.11. */
@NullMarked
package org.handrail.client.consent.treating;

import org.jspecify.annotations.NullMarked;
