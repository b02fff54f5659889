package org.handrail.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceTest {
  @Test
  void saysWhereTheNextBeginOnlyIfThereAreMore() {
    assertThat(Slice.of(2, SliceTest::three, n -> "after " + n))
        .isEqualTo(new Slice<>(List.of(1, 2), "after 2"));
    assertThat(Slice.of(3, SliceTest::three, n -> "after " + n))
        .isEqualTo(new Slice<>(List.of(1, 2, 3), null));
    assertThat(Slice.of(2, _ -> List.<Integer>of(), n -> "after " + n))
        .isEqualTo(new Slice<>(List.of(), null));
  }

  @Test
  void keepsThePlaceWhenItsItemsAreShownOtherwise() {
    assertThat(Slice.of(1, SliceTest::three, n -> n).as(n -> "n" + n))
        .isEqualTo(new Slice<>(List.of("n1"), 1));
  }

  private static List<Integer> three(int most) {
    return IntStream.rangeClosed(1, Math.min(3, most)).boxed().toList();
  }
}
