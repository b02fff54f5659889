package org.handrail.referral.gap;

import java.util.Optional;

/**
 * Where a proposal stands: it is decided, and listed once what was accepted is there; who reviews
 * can take one step back.
 */
enum ProposalState {
  PROPOSED,
  ACCEPTED,
  LISTED,
  DECLINED,
  DUPLICATE,
  WITHDRAWN;

  /** Where a decision of the reviewer is taken back to; none where there is none of theirs. */
  Optional<ProposalState> before() {
    return switch (this) {
      case LISTED -> Optional.of(ACCEPTED);
      case ACCEPTED, DECLINED, DUPLICATE -> Optional.of(PROPOSED);
      case PROPOSED, WITHDRAWN -> Optional.empty();
    };
  }
}
