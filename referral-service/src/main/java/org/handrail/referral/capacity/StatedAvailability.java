package org.handrail.referral.capacity;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.http.Codes;
import org.springframework.stereotype.Component;

/** Reads statements at their age. */
@Component
class StatedAvailability implements Availability {
  private final Capacities capacities;
  private final CapacitySettings settings;
  private final Clock clock;

  StatedAvailability(Capacities capacities, CapacitySettings settings, Clock clock) {
    this.capacities = capacities;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public List<Word> of(Collection<UUID> serviceIds) {
    return capacities.of(serviceIds).stream().map(this::word).toList();
  }

  Trust trust(Capacity capacity) {
    return Trust.of(
        capacity.saidAt(), clock.instant(), settings.lasts(capacity.unit()), capacity.record());
  }

  private Word word(Capacity capacity) {
    Trust trust = trust(capacity);
    return new Word(
        capacity.serviceId(),
        Codes.of(capacity.unit()),
        capacity.kind(),
        trust.reading(),
        Trust.asOf(capacity.saidAt()),
        trust.age());
  }
}
