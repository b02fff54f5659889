package org.handrail.referral.gap;

import java.util.UUID;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.Directory;
import org.springframework.stereotype.Component;

/** Decides on proposals, each once. */
@Component
class Reviewing {
  private final Proposals proposals;
  private final Directory directory;

  Reviewing(Proposals proposals, Directory directory) {
    this.proposals = proposals;
    this.directory = directory;
  }

  UUID decide(Proposal proposal, Proposals.Decision decision) {
    if (proposal.state() != ProposalState.PROPOSED) {
      throw Refusal.of(ReviewProblems.REVIEWED_ALREADY);
    }
    Problem problem = Problem.of(ReviewProblems.REVIEW_DEFICIENT);
    if ((decision.state() == ProposalState.DECLINED) != (decision.reason() != null)) {
      problem = problem.error("/reason", "reason-unfit", "declined needs one, nothing else does");
    }
    UUID duplicateOf = decision.duplicateOf();
    if ((decision.state() == ProposalState.DUPLICATE) != (duplicateOf != null)) {
      problem =
          problem.error("/duplicateOf", "service-unfit", "a duplicate names the service it is of");
    } else if (duplicateOf != null && directory.offered(duplicateOf).isEmpty()) {
      problem = problem.error("/duplicateOf", "service-unknown", "not offered at present");
    }
    if (!problem.errors().isEmpty()) {
      throw Refusal.of(problem);
    }
    proposals.decide(proposal.id(), decision);
    return proposal.id();
  }
}
