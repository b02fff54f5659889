package org.handrail.referral.directory.imports;

import org.handrail.referral.directory.standard.Kind;

/**
 * What names a row within its source.
 *
 * @param id of a row that a source names at most {@value #LONGEST_ID} characters
 */
record RowKey(Kind kind, String id) {
  static final int LONGEST_ID = 200;
}
