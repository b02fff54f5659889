/** The directory as anybody may read it: the read-only API of HSDS 3.1. */
@NullMarked
package org.handrail.referral.directory.hsds;

import org.jspecify.annotations.NullMarked;
