package org.handrail.platform.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries a trace from the request through the event to whoever handles it. */
public final class Traces {

  private final Tracer tracer;
  private final Propagator propagator;

  Traces(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /** The current trace as a W3C {@code traceparent}, if there is one. */
  public Optional<String> parent() {
    var span = tracer.currentSpan();
    if (span == null) {
      return Optional.empty();
    }
    var fields = new HashMap<String, String>();
    propagator.inject(
        span.context(),
        fields,
        (carrier, name, value) -> {
          if (carrier != null) {
            carrier.put(name, value);
          }
        });
    return Optional.ofNullable(fields.get(EventHeaders.TRACE_PARENT));
  }

  /** Does it within the trace that an event's attributes name, or a new one. */
  public <T extends @Nullable Object> T continued(
      String name, Map<String, String> attributes, Supplier<T> work) {
    Span span = propagator.extract(attributes, Map::get).name(name).start();
    // Not a try of its own: javac calls a resource that nobody names a mistake.
    var scope = tracer.withSpan(span);
    try {
      return work.get();
    } catch (RuntimeException e) {
      span.error(e);
      throw e;
    } finally {
      scope.close();
      span.end();
    }
  }
}
