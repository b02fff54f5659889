package org.handrail.client.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TelltalesTest {
  @Test
  void findsWhatWouldTellWhoItWas() {
    assertThat(Telltales.in("met Ana at the bus stop, 555-010-0199"))
        .containsExactly("name", "telephone-number");
    assertThat(Telltales.in("write to ana@example.org")).containsExactly("e-mail-address");
    assertThat(Telltales.in("born 1990-05-17")).containsExactly("date");
    assertThat(Telltales.in("sleeps at 12 Mill Street")).contains("address");
  }

  @Test
  void leavesOtherWordsAlone() {
    assertThat(Telltales.in(null)).isEmpty();
    assertThat(Telltales.in("Asked for 2 kits and wants to talk another day. Very cold."))
        .isEmpty();
  }
}
