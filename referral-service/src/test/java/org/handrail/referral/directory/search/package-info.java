@NullMarked
package org.handrail.referral.directory.search;

import org.jspecify.annotations.NullMarked;
