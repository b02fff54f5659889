package org.handrail.client.accounting;

import java.time.Duration;

/** Which list of their disclosures a client asks for, and by when it must be answered. */
enum ListKind {
  /** 42 CFR 2.25 with 45 CFR 164.528: 60 days, which can be extended once (P2-ACC-1). */
  ACCOUNTING(Duration.ofDays(60), Duration.ofDays(45), "42 CFR 2.25"),
  /** 42 CFR 2.24: who received what through the intermediary, within 30 days (P2-INT-1). */
  INTERMEDIARY_LIST(Duration.ofDays(30), Duration.ofDays(21), "42 CFR 2.24");

  /** The one extension that an accounting may have. */
  static final Duration EXTENSION = Duration.ofDays(30);

  /** How far back a list may reach. */
  static final int YEARS = 3;

  private final Duration answeredWithin;
  private final Duration escalatedAfter;
  private final String citation;

  ListKind(Duration answeredWithin, Duration escalatedAfter, String citation) {
    this.answeredWithin = answeredWithin;
    this.escalatedAfter = escalatedAfter;
    this.citation = citation;
  }

  Duration answeredWithin() {
    return answeredWithin;
  }

  Duration escalatedAfter() {
    return escalatedAfter;
  }

  String citation() {
    return citation;
  }

  boolean mayBeExtended() {
    return this == ACCOUNTING;
  }
}
