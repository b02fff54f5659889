package org.handrail.client.client;

import java.time.Instant;
import java.util.List;
import org.handrail.platform.act.RecordedAct;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;

/**
 * That a record is about to be held no more to be of the same person as others. They may be of two
 * people: of what was said on those it is written down here that and when it was said, in the name
 * of whoever undoes the merge, and none of the words.
 *
 * @param onto a record that goes on without the others
 * @param from these others, whose words hold for it until now
 * @param by who undoes the merge
 * @param at when they do
 */
public record Parting(
    AgencyId agency, ClientId onto, List<ClientId> from, SubjectId by, Instant at) {
  public Parting {
    from = List.copyOf(from);
  }

  /** What is written down of an act that was recorded on one of the others. */
  RecordedAct writtenDown(RecordedAct act) {
    return new RecordedAct(act.kind(), act.at(), null, by, act.recordedAt());
  }
}
