package org.handrail.platform.submission;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that needs no {@code Idempotency-Key}. A service with a handler of a POST that has neither
 * this nor a {@link Submission} does not start.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RepeatsAreHarmless {
  /** Why: it changes nothing, or its body holds a key of the domain. */
  String value();
}
