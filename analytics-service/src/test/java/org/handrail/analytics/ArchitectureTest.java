package org.handrail.analytics;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

  @Test
  void featuresUseOfEachOtherOnlyWhatIsOffered() {
    ApplicationModules.of(AnalyticsServiceApplication.class).verify();
  }
}
