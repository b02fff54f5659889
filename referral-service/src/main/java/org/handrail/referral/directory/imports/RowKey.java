package org.handrail.referral.directory.imports;

import org.handrail.referral.directory.standard.Kind;

/** What names a row within its source. */
record RowKey(Kind kind, String id) {}
