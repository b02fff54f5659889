package org.handrail.client;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Two people who do the same in the same moment. */
public final class AtOnce {
  private AtOnce() {}

  public static <T> List<T> both(IntFunction<T> what) throws Exception {
    try (var people = Executors.newFixedThreadPool(2)) {
      var first = people.submit(() -> what.apply(1));
      var second = people.submit(() -> what.apply(2));
      return List.of(first.get(), second.get());
    }
  }
}
