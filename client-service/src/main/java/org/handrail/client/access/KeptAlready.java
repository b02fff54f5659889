package org.handrail.client.access;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this instance kept in the period at hand, an hour or a day: the same again costs nothing.
 * Somebody who forgets it keeps a row twice, which the table makes one.
 *
 * @param <P> what periods are known by
 * @param <T> what is kept once in each
 */
public final class KeptAlready<P, T> {
  private record InPeriod<P, T>(P period, T what) {}

  private final Set<InPeriod<P, T>> kept = ConcurrentHashMap.newKeySet();
  private volatile P current;

  /**
   * @param first any period; the next one to come puts an end to it
   */
  public KeptAlready(P first) {
    current = first;
  }

  public boolean has(P period, T what) {
    return kept.contains(new InPeriod<>(period, what));
  }

  /** Once it is committed. */
  public void add(P period, T what) {
    if (!current.equals(period)) {
      current = period;
      kept.clear();
    }
    kept.add(new InPeriod<>(period, what));
  }
}
