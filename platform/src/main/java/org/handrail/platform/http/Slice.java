package org.handrail.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * As many of a list as were wanted, in its order.
 *
 * @param next after which place the next ones begin; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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

  /** What is fit for its reader; the order and the next place stay. */
  public Slice<T, N> only(Predicate<T> fit) {
    return new Slice<>(items.stream().filter(fit).toList(), next);
  }

  /** The same, each as others read it. */
  public <V> Slice<V, N> as(Function<T, V> view) {
    return new Slice<>(items.stream().map(view).toList(), next);
  }
}
