/** What clients ask not to be disclosed, and what came of it, 42 CFR 2.26. */
@NullMarked
package org.handrail.client.consent.restriction;

import org.jspecify.annotations.NullMarked;
