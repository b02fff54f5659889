package org.handrail.notification;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

  @Test
  void featuresKeepTheirBorders() {
    ApplicationModules.of(NotificationServiceApplication.class).verify();
  }
}
