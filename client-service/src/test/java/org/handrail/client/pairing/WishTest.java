package org.handrail.client.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WishTest {
  @Test
  void onlyGenderAndCultureAreTheClientsAloneToChooseBy() {
    assertThat(new Wish(List.of("es"), List.of(), null, List.of("detox")).usesProtectedTraits())
        .isFalse();
    assertThat(new Wish(List.of(), List.of("lakota"), null, List.of()).usesProtectedTraits())
        .isTrue();
    assertThat(new Wish(List.of(), List.of(), "woman", List.of()).usesProtectedTraits()).isTrue();
  }
}
