/** What the region offers: the coalition's directory, imported from HSDS 3.x files. */
@NullMarked
package org.handrail.referral.directory;

import org.jspecify.annotations.NullMarked;
