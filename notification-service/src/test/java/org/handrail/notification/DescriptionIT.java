package org.handrail.notification;

import java.io.IOException;
import org.handrail.platform.fixtures.Api;
import org.handrail.platform.fixtures.OpenApiSnapshot;
import org.junit.jupiter.api.Test;

@NotificationServiceIT
class DescriptionIT {

  private final Api api;

  DescriptionIT(Api api) {
    this.api = api;
  }

  @Test
  void isAsPromised() throws IOException {
    OpenApiSnapshot.assertPromised(api, "notification-service");
  }
}
