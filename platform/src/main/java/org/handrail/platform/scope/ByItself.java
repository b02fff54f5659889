package org.handrail.platform.scope;

import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * Does each thing of a sweep by itself: one that fails waits for the next sweep, and the others go
 * on.
 *
 * @param log where a failure is written down
 * @param failure what is written then, without a word of whom it is about
 */
public record ByItself(Logger log, String failure) {

  /** Does it, and gives what came of it. */
  public <T> T call(Object id, Supplier<T> work, T whereItFails) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      log.atError().setCause(e).addKeyValue("id", id).log(failure);
      return whereItFails;
    }
  }

  /** As {@link #call}, without a result. */
  public void run(Object id, Runnable work) {
    call(
        id,
        () -> {
          work.run();
          return true;
        },
        false);
  }
}
