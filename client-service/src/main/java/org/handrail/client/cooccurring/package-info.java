/**
 * What else a client lives with or has lived through, mental health and trauma above all, as they
 * tell it themselves; no consent carries it out of the agency.
 */
@NullMarked
package org.handrail.client.cooccurring;

import org.jspecify.annotations.NullMarked;
