package org.handrail.referral.gap;

/** Where a proposal stands: it is decided once, and listed once what was accepted is there. */
enum ProposalState {
  PROPOSED,
  ACCEPTED,
  LISTED,
  DECLINED,
  DUPLICATE,
  WITHDRAWN
}
