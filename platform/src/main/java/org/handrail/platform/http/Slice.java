package org.handrail.platform.http;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * As many of a list as were wanted, in its order.
 *
 * @param next after which place the next ones begin; absent on the last page
 */
public record Slice<T, N>(List<T> items, @Nullable N next) {

  /**
   * A page.
   *
   * @param wanted how many at most, 1 or more
   * @param read as many as it is asked for, from where the page begins; it is asked for one more
   *     than are wanted, since only that tells whether there is another page
   */
  public static <T, N> Slice<T, N> of(int wanted, IntFunction<List<T>> read, Function<T, N> place) {
    List<T> found = read.apply(wanted + 1);
    return found.size() > wanted
        ? new Slice<>(List.copyOf(found.subList(0, wanted)), place.apply(found.get(wanted - 1)))
        : new Slice<>(found, null);
  }

  /** The same, each as others read it. */
  public <V> Slice<V, N> as(Function<T, V> view) {
    return new Slice<>(items.stream().map(view).toList(), next);
  }
}
