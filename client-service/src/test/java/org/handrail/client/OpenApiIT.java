package org.handrail.client;

import java.io.IOException;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.HandrailIT;
import org.handrail.platform.fixtures.OpenApiSnapshot;
import org.junit.jupiter.api.Test;

@HandrailIT
class OpenApiIT {
  private final Api api;

  OpenApiIT(Api api) {
    this.api = api;
  }

  @Test
  void theInterfaceIsTheOneThatIsPromised() throws IOException {
    OpenApiSnapshot.assertPromised(api, "client-service");
  }
}
