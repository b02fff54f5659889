/** A client's copy of their own record, 42 CFR 2.23 with 45 CFR 164.524: whole, and for no fee. */
@NullMarked
package org.handrail.client.ownrecord;

import org.jspecify.annotations.NullMarked;
