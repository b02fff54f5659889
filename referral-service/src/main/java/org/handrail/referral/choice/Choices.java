package org.handrail.referral.choice;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients were offered and chose, as a referral needs to know it. */
public interface Choices {
  /**
   * An option set of the current agency.
   *
   * @param chosenServiceId absent until the client chose
   */
  record Chosen(UUID optionSetId, UUID clientId, String need, @Nullable UUID chosenServiceId) {}

  Optional<Chosen> find(UUID optionSetId);
}
