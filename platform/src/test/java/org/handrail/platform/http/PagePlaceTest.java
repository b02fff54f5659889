package org.handrail.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.handrail.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePlaceTest {

  @Test
  void aPlaceIsReadAsItWasWritten() {
    var place = new PagePlace(Instant.parse("2026-11-03T09:00:00.000001Z"), UUID.randomUUID());
    assertThat(PagePlace.read(place.cursor())).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+300000-01-01T00:00:00Z", "-5000-01-01T00:00:00Z", "soon", ""})
  void aPlaceAtATimeThatCannotBeIsNoneOfOurs(String at) {
    var cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString((UUID.randomUUID() + at).getBytes(UTF_8));
    assertThatThrownBy(() -> PagePlace.read(cursor)).isInstanceOf(Refusal.class);
  }
}
