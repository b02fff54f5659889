@NullMarked
package org.handrail.referral.directory.imports;

import org.jspecify.annotations.NullMarked;
