/** How sure the directory is of what it says, and for how long. */
@NullMarked
package org.handrail.referral.directory.assurance;

import org.jspecify.annotations.NullMarked;
