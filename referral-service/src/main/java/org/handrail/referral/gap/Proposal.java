package org.handrail.referral.gap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service that somebody misses in the directory. Who that is stands nowhere here.
 *
 * @param need the code of what it is for
 * @param duplicateOf the service that is there already
 * @param listedAs the service that fills it, once the directory has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Proposal(
    UUID id,
    String organization,
    String need,
    String area,
    Contact contact,
    Instant proposedAt,
    ProposalState state,
    @Nullable WhyDeclined reason,
    @Nullable UUID duplicateOf,
    @Nullable UUID listedAs,
    List<ProposalStep> history,
    long version) {

  /** What became of it, and when. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProposalStep(ProposalState state, @Nullable WhyDeclined reason, Instant at) {}
}
