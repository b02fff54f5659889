package org.handrail.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who hears nothing more of a client once a consent was taken back. */
class ConsentRevokedTest {
  private static final AgencyId HARBORLIGHT = new AgencyId("harborlight");
  private static final AgencyId CEDARHOUSE = new AgencyId("cedarhouse");

  @Test
  void whoeverAnotherConsentStillNamesGoesOnHearing() {
    var told = revoked(HARBORLIGHT, Set.of());
    assertThat(told.leavesWithNothing(HARBORLIGHT)).isFalse();
  }

  @Test
  void theOthersGoOnHearing() {
    var told = revoked(null, Set.of(HARBORLIGHT));
    assertThat(told.leavesWithNothing(HARBORLIGHT)).isTrue();
    assertThat(told.leavesWithNothing(CEDARHOUSE)).isFalse();
  }

  @Test
  void whereWhoIsLeftIsNotToldItIsTheOnePartyOrEverybody() {
    assertThat(revoked(HARBORLIGHT, null).leavesWithNothing(HARBORLIGHT)).isTrue();
    assertThat(revoked(HARBORLIGHT, null).leavesWithNothing(CEDARHOUSE)).isFalse();
    assertThat(revoked(null, null).leavesWithNothing(CEDARHOUSE)).isTrue();
  }

  private static ConsentRevoked revoked(
      @Nullable AgencyId recipient, @Nullable Set<AgencyId> recipients) {
    return new ConsentRevoked(UUID.randomUUID(), recipient, recipients, null, null);
  }
}
