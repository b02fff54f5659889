package org.handrail.referral.gap;

import java.util.UUID;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.Person;
import org.handrail.platform.http.Codes;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Refusal;
import org.handrail.referral.directory.Directory;
import org.springframework.stereotype.Component;

/**
 * Decides on proposals, says of an accepted one which service fills it, and takes back what was
 * decided by mistake. Whoever proposed is told of each; who that is nobody reads.
 */
@Component
class Reviewing {
  private final Proposals proposals;
  private final Directory directory;
  private final Attention attention;

  Reviewing(Proposals proposals, Directory directory, Attention attention) {
    this.proposals = proposals;
    this.directory = directory;
    this.attention = attention;
  }

  /** As somebody else than who proposed it. */
  UUID review(Person reviewer, Proposal proposal, Proposals.Decision decision) {
    var proposer = proposerOf(reviewer, proposal);
    decide(proposal, decision);
    tell(proposer, proposal.id(), Codes.of(decision.state()));
    return proposal.id();
  }

  /** Takes back the last decision, as somebody else than who proposed it. */
  UUID reopen(Person reviewer, Proposal proposal) {
    var proposer = proposerOf(reviewer, proposal);
    ProposalState before =
        proposal.state().before().orElseThrow(() -> Refusal.of(ReviewProblems.NOT_REVIEWED));
    proposals.reopen(proposal.id(), before);
    tell(proposer, proposal.id(), "reopened");
    return proposal.id();
  }

  private Proposals.Proposer proposerOf(Person reviewer, Proposal proposal) {
    var proposer = proposals.proposer(proposal.id());
    if (proposer.equals(new Proposals.Proposer(reviewer.agency(), reviewer.subject()))) {
      throw Refusal.of(ReviewProblems.OWN_REVIEW);
    }
    return proposer;
  }

  UUID withdraw(Proposal proposal) {
    decide(proposal, new Proposals.Decision(ProposalState.WITHDRAWN, null, null));
    return proposal.id();
  }

  /** What was accepted stands in the directory: its file was imported, and this is the service. */
  UUID list(Proposal proposal, UUID serviceId) {
    if (proposal.state() != ProposalState.ACCEPTED) {
      throw Refusal.of(ReviewProblems.NOT_ACCEPTED);
    }
    if (directory.offered(serviceId).isEmpty()) {
      throw Refusal.of(
          Problem.of(ReviewProblems.REVIEW_DEFICIENT)
              .error("/serviceId", "service-unknown", "not offered at present"));
    }
    proposals.list(proposal.id(), serviceId);
    tell(proposals.proposer(proposal.id()), proposal.id(), Codes.of(ProposalState.LISTED));
    return proposal.id();
  }

  private void decide(Proposal proposal, Proposals.Decision decision) {
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
  }

  private void tell(Proposals.Proposer proposer, UUID proposal, String became) {
    attention.ask(
        proposer.agency(),
        proposer.subject(),
        new Attention.Matter("proposal-" + became, "proposal", proposal));
  }
}
