package org.handrail.platform.messaging;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;

/** Parts of messaging outside of a service. */
public final class MessagingFixture {

  private MessagingFixture() {}

  public static Traces traces(Tracer tracer, Propagator propagator) {
    return new Traces(tracer, propagator);
  }
}
