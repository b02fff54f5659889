package org.handrail.referral.choice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients were offered and chose, as a referral needs to know it. */
public interface Choices {
  /**
   * An option set of the current agency.
   *
   * @param chosenServiceId absent until the client chose
   * @param ranked what the client chose, first what they chose first; empty until then
   */
  record Chosen(
      UUID optionSetId,
      UUID clientId,
      String need,
      @Nullable UUID chosenServiceId,
      List<UUID> ranked) {}

  Optional<Chosen> find(UUID optionSetId);

  /** The same, and nobody else begins anything with it until the transaction ends. */
  Optional<Chosen> hold(UUID optionSetId);

  /** Whether another choice of the person for that need was written down after this one. */
  boolean isReplaced(UUID optionSetId, PersonsNeeds.Held need);
}
