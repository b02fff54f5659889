@NullMarked
package org.handrail.referral.directory;

import org.jspecify.annotations.NullMarked;
