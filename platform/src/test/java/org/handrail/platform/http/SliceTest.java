package org.handrail.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceTest {
  private static final IntFunction<List<Integer>> THREE =
      most -> IntStream.rangeClosed(1, Math.min(3, most)).boxed().toList();

  @Test
  void saysWhereTheNextBeginOnlyIfThereAreMore() {
    assertThat(Slice.of(2, THREE, n -> "after " + n))
        .isEqualTo(new Slice<>(List.of(1, 2), "after 2"));
    assertThat(Slice.of(3, THREE, n -> "after " + n))
        .isEqualTo(new Slice<>(List.of(1, 2, 3), null));
    assertThat(Slice.of(2, _ -> List.<Integer>of(), n -> "after " + n))
        .isEqualTo(new Slice<>(List.of(), null));
  }

  @Test
  void keepsThePlaceWhenItsItemsAreShownOtherwise() {
    assertThat(Slice.of(1, THREE, n -> n).as(n -> "n" + n))
        .isEqualTo(new Slice<>(List.of("n1"), 1));
  }
}
