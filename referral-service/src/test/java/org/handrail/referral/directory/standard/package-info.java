@NullMarked
package org.handrail.referral.directory.standard;

import org.jspecify.annotations.NullMarked;
