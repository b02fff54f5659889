/** A client's written consent under 42 CFR 2.31, and the judgement whether it covers a release. */
@NullMarked
package org.handrail.client.consent;

import org.jspecify.annotations.NullMarked;
