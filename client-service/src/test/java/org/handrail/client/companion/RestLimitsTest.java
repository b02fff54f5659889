package org.handrail.client.companion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.handrail.client.Configured;
import org.handrail.client.companion.RestLimits.Block;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.problem.Problem.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestLimitsTest {
  private static final Instant MONDAY = Instant.parse("2026-12-07T08:00:00Z");

  private final RestLimits limits =
      Configured.as(RestLimits.class, "handrail.companion", "companion/rest.yaml");

  @ParameterizedTest
  @CsvSource({
    "-60, false, not-after-start",
    "0, false, not-after-start",
    "60, false, ''",
    "720, false, ''",
    "721, false, relief-missing",
    "721, true, ''",
    "1440, true, ''",
    "1441, true, block-too-long"
  })
  @Proves("C10")
  void aBlockHasItsLimits(int minutes, boolean relieved, String fault) {
    assertThat(codes(block(0, minutes), relieved, List.of()))
        .isEqualTo(fault.isEmpty() ? List.of() : List.of(fault));
  }

  @ParameterizedTest
  @CsvSource({"600, ''", "599, rest-too-short", "0, rest-too-short", "-120, rest-too-short"})
  @Proves("C10")
  void betweenTwoBlocksIsRest(int gap, String fault) {
    var expected = fault.isEmpty() ? List.of() : List.of(fault);
    var first = block(0, 480);
    var second = block(480 + gap, 480);
    assertThat(codes(second, false, List.of(first))).isEqualTo(expected);
    assertThat(codes(first, false, List.of(second))).isEqualTo(expected);
  }

  @Test
  @Proves("C10")
  void aWeekHasItsLimitWhereverItBegins() {
    // Twelve hours a day on seven days are 84 hours.
    var six = IntStream.range(0, 6).mapToObj(day -> block(day * 1440, 720)).toList();
    assertThat(codes(block(6 * 1440, 720), false, six)).isEmpty();
    assertThat(codes(block(6 * 1440, 721), true, six)).containsExactly("week-too-long");
    assertThat(codes(block(-1440, 720), false, six)).isEmpty();
    var shifted = IntStream.range(1, 8).mapToObj(day -> block(day * 1440, 720)).toList();
    assertThat(codes(block(0, 720), false, shifted)).isEmpty();
    assertThat(codes(block(-1, 721), true, shifted)).containsExactly("week-too-long");
    assertThat(codes(block(60, 700), false, shifted)).containsExactly("week-too-long");
  }

  private static Block block(int startMinute, int minutes) {
    var from = MONDAY.plusSeconds(60L * startMinute);
    return new Block(from, from.plusSeconds(60L * minutes));
  }

  private List<String> codes(Block block, boolean relieved, List<Block> others) {
    return limits.faults(block, relieved, others).stream().map(Fault::code).toList();
  }
}
