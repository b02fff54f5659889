package org.handrail.referral.gap;

import java.util.Collection;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;

/** Where other features note that a client's need was not met, in the client's agency's scope. */
public interface UnmetNeeds {
  /** The area where none is known. */
  String NO_AREA = "unknown";

  /**
   * Notes it.
   *
   * @param optionSet the options from which it is known
   * @param need its code
   * @param services that were looked at: the need is where they all are, as far as the directory
   *     has one word for that
   */
  void note(
      AgencyId agency,
      UUID clientId,
      UUID optionSet,
      String need,
      Collection<UUID> services,
      Unmet because);

  /** Of these options one fitted after all: that none did counts no more. */
  void met(UUID optionSet);
}
