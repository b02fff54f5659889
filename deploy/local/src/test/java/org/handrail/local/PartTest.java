package org.handrail.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PartTest {

  private final Installation at = TestInstallation.free();

  @Test
  void aPartBringsAlongWhatItIsOfNoUseWithout() {
    assertThat(started(Set.of("referral-service")))
        .containsExactly("postgres", "keycloak", "kafka", "client-service", "referral-service");
    assertThat(started(Set.of("gateway", "client-service")))
        .containsExactly("postgres", "keycloak", "kafka", "client-service", "gateway");
    assertThat(started(Set.of("mail"))).containsExactly("mail");
  }

  private Iterable<String> started(Set<String> wanted) {
    var all = new Topology(at, Secrets.unsaved(at.data(FirstState.SECRETS))).parts();
    return Part.withTheirs(all, wanted).stream().map(Part::name).toList();
  }
}
