/** What HSDS 3.x is made of: its kinds of rows and their fields. */
@NullMarked
package org.handrail.referral.directory.standard;

import org.jspecify.annotations.NullMarked;
