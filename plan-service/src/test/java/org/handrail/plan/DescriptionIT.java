package org.handrail.plan;

import java.io.IOException;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.EveryText;
import org.handrail.platform.fixtures.OpenApiSnapshot;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@PlanServiceIT
class DescriptionIT {

  private final Api api;
  private final TokenIssuer tokens;

  DescriptionIT(Api api, TokenIssuer tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  @Test
  void isAsPromised() throws IOException {
    OpenApiSnapshot.assertPromised(api, "plan-service");
  }

  @Test
  void everyTextIsOneLineUnlessItSaysOtherwise() {
    EveryText.keepsToItsLines(api, tokens, "plan-service");
  }
}
