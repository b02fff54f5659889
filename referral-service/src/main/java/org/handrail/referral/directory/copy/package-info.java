/** What whoever keeps a copy of the directory has to be told. */
@NullMarked
package org.handrail.referral.directory.copy;

import org.jspecify.annotations.NullMarked;
