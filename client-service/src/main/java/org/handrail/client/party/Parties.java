package org.handrail.client.party;

import java.util.Set;

/** The register of parties. */
public interface Parties {
  /** The party of that id; one that the register does not know has no standing at all. */
  Party byId(PartyId id);

  /** What people call the party; its id when the register has no name for it. */
  default String nameOf(PartyId id) {
    return id.value();
  }

  /** The member participants of an intermediary; none when it is no intermediary. */
  Set<PartyId> membersOf(PartyId intermediary);
}
