package org.handrail.referral.directory.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who says that something is confidential.
 *
 * @param subject null where nobody knows it any more
 * @param at null where nobody knows it any more
 * @param everywhere whether it counts in every source: an agency speaks for its own alone
 * @param agency whose own source is called so
 */
record Sayer(
    @Nullable String subject, @Nullable Instant at, boolean everywhere, @Nullable String agency) {
  /** Who imported it before that was kept. */
  static final Sayer UNKNOWN = new Sayer(null, null, false, null);
}
