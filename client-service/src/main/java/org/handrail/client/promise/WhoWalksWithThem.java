package org.handrail.client.promise;

import java.util.Optional;
import org.handrail.client.client.Assigned;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.Merges;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.springframework.stereotype.Component;

/** Who is there for a client by now, at the side of the record that stands for them. */
@Component
class WhoWalksWithThem {
  private final Assigned assigned;
  private final Merges merges;

  WhoWalksWithThem(Assigned assigned, Merges merges) {
    this.assigned = assigned;
    this.merges = merges;
  }

  boolean hasDied(AgencyId agency, ClientId client) {
    return merges.hasDied(agency, client);
  }

  /** Whoever began something with them, if they are there still, or else who is first. */
  Optional<SubjectId> with(AgencyId agency, ClientId client, SubjectId whoBegan) {
    var standing = merges.standing(agency, client);
    return assigned
        .relation(agency, whoBegan, standing)
        .filter(relation -> relation != Relation.SELF)
        .map(_ -> whoBegan)
        .or(() -> assigned.primary(agency, standing));
  }
}
