/** The roster: who walks with clients for an agency, and how the agency keeps its roster. */
@NullMarked
package org.handrail.client.specialist;

import org.jspecify.annotations.NullMarked;
