package org.handrail.client.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.handrail.client.client.ClientId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.fixtures.Proves;
import org.junit.jupiter.api.Test;

class EpisodeTest {
  private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");
  private final Episode engaged =
      Episode.opened(ClientId.random(), new SubjectId("maya"), THEN, null);

  @Test
  void beginsBeforeAnyPaper() {
    assertThat(engaged.status()).isEqualTo(Episode.Status.ENGAGED);
    assertThat(engaged.enrolledAt()).isNull();
  }

  @Test
  void restsAndGoesOn() {
    var active = engaged.enrolled(THEN);
    assertThat(active.paused().status()).isEqualTo(Episode.Status.PAUSED);
    assertThat(active.paused().resumed().status()).isEqualTo(Episode.Status.ACTIVE);
    assertThat(active.paused().resumed().version()).isEqualTo(4);
    assertThatThrownBy(engaged::paused).hasMessage("episode-step-not-possible");
    assertThatThrownBy(active::resumed).hasMessage("episode-step-not-possible");
  }

  @Test
  void closesOnceFromWhereverItStands() {
    for (var open : List.of(engaged, engaged.enrolled(THEN), engaged.enrolled(THEN).paused())) {
      var closed = open.closed(null, THEN);
      assertThat(closed.isOpen()).isFalse();
      assertThat(closed.reason()).isNull();
      assertThatThrownBy(() -> closed.closed(null, THEN)).hasMessage("episode-step-not-possible");
    }
  }

  @Test
  @Proves("V1")
  void noReasonForClosingIsAReproach() {
    assertThat(Episode.ClosingReason.values())
        .extracting(Enum::name)
        .noneMatch(
            name ->
                name.matches(
                    ".*(COMPLI|FAIL|REFUS|DISCHARG|DISMISS|NO_SHOW|VIOLAT|RELAPS|LOST).*"));
  }
}
