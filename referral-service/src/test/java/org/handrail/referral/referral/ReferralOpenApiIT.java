package org.handrail.referral.referral;

import java.io.IOException;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.EveryText;
import org.handrail.platform.fixtures.EveryTime;
import org.handrail.platform.fixtures.OpenApiSnapshot;
import org.handrail.platform.fixtures.TokenIssuer;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.Test;

@ReferralServiceIT
class ReferralOpenApiIT {
  private final Api api;
  private final TokenIssuer tokens;

  ReferralOpenApiIT(Api api, TokenIssuer tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  @Test
  void interfaceIsWhatContractsPromise() throws IOException {
    OpenApiSnapshot.assertPromised(api, "referral-service");
  }

  @Test
  void everyTextIsOneLineUnlessItSaysOtherwise() {
    EveryText.keepsToItsLines(api, tokens, "referral-service");
  }

  @Test
  void everyTimeInAnAddressIsOfAYearOfOurs() {
    EveryTime.isOfAYearOfOurs(api, tokens);
  }
}
