package org.handrail.client.party;

import java.util.Set;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The register of parties. */
public interface Parties {
  /** The party of that id; one that the register does not know has no standing at all. */
  Party byId(PartyId id);

  /** Whether the register knows the party. */
  boolean knows(PartyId id);

  /**
   * The party of that id, which somebody wrote at that place of their request.
   *
   * @throws Refusal {@code invalid} with {@code unknown} at the place, of a party that the register
   *     does not know: what is said of it would hold for nobody
   */
  default Party known(String pointer, PartyId id) {
    if (!knows(id)) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error(pointer, "unknown", "The register knows no such party."));
    }
    return byId(id);
  }

  /** How the party is called in letters and lists; its id where the register says no more. */
  default Letterhead letterhead(PartyId id) {
    return new Letterhead(id.value(), null);
  }

  /** What people call the party. */
  default String nameOf(PartyId id) {
    return letterhead(id).name();
  }

  /** Name and, where it is known, address of a party. */
  record Letterhead(String name, @Nullable String address) {}

  /** All that the register knows. */
  Set<PartyId> all();

  /** The member participants of an intermediary; none when it is no intermediary. */
  Set<PartyId> membersOf(PartyId intermediary);
}
