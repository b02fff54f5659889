package org.handrail.client.party;

import java.util.Set;

/** An organisation and what it is before the law. */
public record Party(PartyId id, Set<Standing> standings) {
  public Party {
    standings = Set.copyOf(standings);
  }

  public boolean is(Standing standing) {
    return standings.contains(standing);
  }

  /**
   * Whether HIPAA or Part 2 itself binds the party, so that a redisclosure under HIPAA's rules has
   * somebody to answer for it.
   */
  public boolean isBoundByHipaaOrPart2() {
    return is(Standing.PART2_PROGRAM) || isBoundByHipaa();
  }

  /** Whether the party is a covered entity or the business associate of one. */
  public boolean isBoundByHipaa() {
    return is(Standing.COVERED_ENTITY) || is(Standing.BUSINESS_ASSOCIATE);
  }

  /**
   * Whether the party is a place of the community that is no health care and no authority: food,
   * housing, work. It must be named to be told anything, and is told nothing that reveals why
   * somebody is a client (P2-CON-7).
   */
  public boolean isCommunityResource() {
    return Set.of(Standing.LAWFUL_HOLDER).containsAll(standings);
  }

  /** Whether it is a court, a prosecutor, the police, a probation office (42 CFR 2.35). */
  public boolean isCriminalJustice() {
    return is(Standing.CRIMINAL_JUSTICE);
  }

  /**
   * Whether the party can treat anybody at all: a residence, a food bank or an employer never is a
   * treating provider (P2-TPR-1).
   */
  public boolean canTreat() {
    return is(Standing.PART2_PROGRAM) || is(Standing.COVERED_ENTITY) || is(Standing.MEDICAL);
  }
}
