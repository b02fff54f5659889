package org.handrail.client;

import java.io.IOException;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.EveryText;
import org.handrail.platform.fixtures.EveryTime;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.OpenApiSnapshot;
import org.handrail.platform.fixtures.TokenIssuer;
import org.junit.jupiter.api.Test;

@HandrailIT
class OpenApiIT {
  private final Api api;
  private final TokenIssuer tokens;

  OpenApiIT(Api api, TokenIssuer tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  @Test
  void theInterfaceIsTheOneThatIsPromised() throws IOException {
    OpenApiSnapshot.assertPromised(api, "client-service");
  }

  @Test
  void everyTextIsOneLineUnlessItSaysOtherwise() {
    EveryText.keepsToItsLines(api, tokens, "client-service");
  }

  @Test
  void everyTimeInAnAddressIsOfAYearOfOurs() {
    EveryTime.isOfAYearOfOurs(api, tokens);
  }
}
