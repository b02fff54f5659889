@NullMarked
package org.handrail.referral.directory.hsds;

import org.jspecify.annotations.NullMarked;
