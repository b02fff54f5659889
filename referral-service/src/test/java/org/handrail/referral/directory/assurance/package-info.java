@NullMarked
package org.handrail.referral.directory.assurance;

import org.jspecify.annotations.NullMarked;
