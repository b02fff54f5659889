package org.handrail.client.consent;

import java.time.Instant;

/** When a consent ends by itself, 42 CFR 2.31(a)(7). */
public sealed interface Expiry {
  /** At that instant the consent is dead already. */
  record At(Instant instant) implements Expiry {}

  /** When somebody has recorded that this happened. */
  record OnEvent(String event) implements Expiry {}

  /** Not by itself: allowed only for treatment, payment and health care operations. */
  record Never() implements Expiry {}

  /** The form says nothing. */
  record Unstated() implements Expiry {}
}
