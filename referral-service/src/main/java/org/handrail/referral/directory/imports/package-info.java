/** Takes HSDS 3.x files in: read, checked row by row, and stored, each with a report. */
@NullMarked
package org.handrail.referral.directory.imports;

import org.jspecify.annotations.NullMarked;
