package org.handrail.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Some of many in their order, and after which one the next begin. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Slice<T>(List<T> items, @Nullable UUID next) {

  /** Of one more than are wanted, if there are so many. */
  public static <T> Slice<T> of(List<T> found, int limit, Function<T, UUID> id) {
    var more = found.size() > limit;
    var items = more ? found.subList(0, limit) : found;
    return new Slice<>(items, more ? id.apply(items.getLast()) : null);
  }

  /** What is fit for its reader; the order and the next place stay. */
  public Slice<T> only(Predicate<T> fit) {
    return new Slice<>(items.stream().filter(fit).toList(), next);
  }

  public <R> Slice<R> as(Function<T, R> view) {
    return new Slice<>(items.stream().map(view).toList(), next);
  }
}
