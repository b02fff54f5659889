package org.handrail.referral.directory;

/** What names a row within its source. */
record RowKey(Kind kind, String id) {}
