package org.handrail.referral.gap;

/** Where a proposal stands: it is decided once. */
enum ProposalState {
  PROPOSED,
  ACCEPTED,
  DECLINED,
  DUPLICATE,
  WITHDRAWN
}
