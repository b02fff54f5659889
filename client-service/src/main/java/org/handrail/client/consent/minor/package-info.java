/** Who must sign when the client is not of age: the law of the agency's state, 42 CFR 2.14. */
@NullMarked
package org.handrail.client.consent.minor;

import org.jspecify.annotations.NullMarked;
