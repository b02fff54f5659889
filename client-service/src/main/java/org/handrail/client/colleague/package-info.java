/** Who works for the acting agency, as they signed in. */
@NullMarked
package org.handrail.client.colleague;

import org.jspecify.annotations.NullMarked;
