package org.handrail.client.request;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.caller.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a request down in the requester's own words. Legal process is on hold from the first
 * moment.
 */
@Component
class ReceivingRequest {
  private final RecordRequests requests;
  private final RequestClocks clocks;
  private final Clock clock;

  ReceivingRequest(RecordRequests requests, RequestClocks clocks, Clock clock) {
    this.requests = requests;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * @param of whose own access it is; nobody for all other kinds
   */
  UUID receive(
      Person person, RecordRequestsApi.NewRequest form, ReachingClient.@Nullable Reached of) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ActTimes.requirePast("/receivedAt", form.receivedAt(), now);
    var received =
        new RecordRequest.Received(
            form.kind(),
            form.process(),
            form.requester(),
            form.organization(),
            form.words(),
            form.receivedAt(),
            now,
            person.subject());
    var link = of == null ? null : new RecordRequest.Linked(of.id(), now, person.subject());
    var request = RecordRequest.received(UUID.randomUUID(), received, link);
    requests.add(person.agency(), request);
    clocks.received(person.agency(), request);
    return request.id();
  }
}
