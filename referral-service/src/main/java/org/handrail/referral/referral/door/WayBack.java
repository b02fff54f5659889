package org.handrail.referral.referral.door;

import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.OnBehalfOf;
import org.jspecify.annotations.Nullable;

/**
 * Asks beforehand, so that nothing is written down, whether what that agency answers may come back;
 * and of a referral to it what would go.
 *
 * @param need of the directory, of which that agency is to hear; absent where it does not matter
 * @param required the categories without which the referral does not go; none where the sending is
 *     not asked about
 */
public record WayBack(
    UUID clientId,
    AgencyId from,
    String purpose,
    @Nullable String need,
    List<String> required,
    OnBehalfOf onBehalfOf) {

  /** Of the answers alone. */
  public WayBack(UUID clientId, AgencyId from, String purpose, OnBehalfOf onBehalfOf) {
    this(clientId, from, purpose, null, List.of(), onBehalfOf);
  }

  /**
   * What the door says.
   *
   * @param open whether the answers would be released at present
   * @param told what the door would tell that agency of the need; absent if none was asked about
   * @param refusal the door's code for why the sending would not go; absent if it would, or was not
   *     asked about
   */
  public record Answer(boolean open, @Nullable String told, @Nullable String refusal) {
    /** To the door the client, or who asks for them, is not there (any more): nothing would go. */
    public static Answer ofStranger() {
      return new Answer(false, null, Verdict.Denied.STRANGER);
    }

    public boolean isOfStranger() {
      return Verdict.Denied.STRANGER.equals(refusal);
    }

    /** Whether the referral would go, and its answers come back. */
    public boolean bothWays() {
      return open && refusal == null;
    }
  }
}
