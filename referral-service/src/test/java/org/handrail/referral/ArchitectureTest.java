package org.handrail.referral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {
  private final ApplicationModules modules =
      ApplicationModules.of(ReferralServiceApplication.class);

  @Test
  void featuresUseOfEachOtherOnlyWhatIsOffered() {
    assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
        .containsExactlyInAnyOrder(
            "directory",
            "capacity",
            "careteam",
            "choice",
            "gap",
            "handoff",
            "meeting",
            "opening",
            "referral");
    modules.verify();
  }

  @Test
  void directoryKnowsNoClients() {
    ApplicationModule directory = modules.getModuleByName("directory").orElseThrow();

    assertThat(directory.getDirectDependencies(modules).stream()).isEmpty();
  }
}
