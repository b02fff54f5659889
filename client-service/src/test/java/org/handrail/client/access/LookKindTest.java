package org.handrail.client.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LookKindTest {
  @Test
  void isTheAddressWithoutIds() {
    assertThat(LookKind.of("/api/clients")).isEqualTo("clients");
    assertThat(LookKind.of("/api/clients/{id}")).isEqualTo("clients");
    assertThat(LookKind.of("/api/clients/{id}/access-log")).isEqualTo("clients-access-log");
    assertThat(LookKind.of("/api/consents/preview")).isEqualTo("consents-preview");
  }
}
