/** Needs that several places are asked about without anybody's identity, until one claims them. */
@NullMarked
package org.handrail.referral.opening;

import org.jspecify.annotations.NullMarked;
