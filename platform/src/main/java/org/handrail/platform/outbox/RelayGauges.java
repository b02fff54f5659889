package org.handrail.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.handrail.platform.outbox.WaitingEvents.Backlog;
import org.jspecify.annotations.Nullable;

/**
 * What the relay says of itself. Alert on {@code handrail.outbox.oldest.unsent} and on any {@code
 * handrail.outbox.parked}; only the leader knows them, the others say nothing.
 */
final class RelayGauges {

  private final Counter sent;
  private final Counter parked;
  private volatile @Nullable Backlog backlog;

  RelayGauges(MeterRegistry meters) {
    sent = Counter.builder("handrail.outbox.sent").register(meters);
    parked = Counter.builder("handrail.outbox.parkings").register(meters);
    gauge(meters, "handrail.outbox.leading", null, measured -> 1);
    gauge(meters, "handrail.outbox.unsent", null, Backlog::unsent);
    gauge(meters, "handrail.outbox.oldest.unsent", "seconds", Backlog::oldestSeconds);
    gauge(meters, "handrail.outbox.parked", null, Backlog::parked);
  }

  private void gauge(
      MeterRegistry meters, String name, @Nullable String unit, ToDoubleFunction<Backlog> value) {
    Gauge.builder(
            name,
            () -> {
              var measured = backlog;
              return measured == null ? Double.NaN : value.applyAsDouble(measured);
            })
        .baseUnit(unit)
        .register(meters);
  }

  void lead(Backlog measured) {
    backlog = measured;
  }

  void follow() {
    backlog = null;
  }

  void sent(int howMany) {
    sent.increment(howMany);
  }

  void parked() {
    parked.increment();
  }
}
