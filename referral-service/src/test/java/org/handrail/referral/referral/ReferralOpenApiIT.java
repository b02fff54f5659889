package org.handrail.referral.referral;

import java.io.IOException;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.OpenApiSnapshot;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class ReferralOpenApiIT {
  private final Api api;

  ReferralOpenApiIT(Api api) {
    this.api = api;
  }

  @Test
  void interfaceIsWhatContractsPromise() throws IOException {
    OpenApiSnapshot.assertPromised(api, "referral-service");
  }
}
