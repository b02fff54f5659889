package org.handrail.referral.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A capacity as people read it. What holds and arrivals did since it was said is shown to the
 * provider alone: to a requester a count that falls would tell what the door may have withheld.
 *
 * @param free absent as soon as the statement is older than its time
 * @param lastSaid what was said, where it can no longer be shown as free
 * @param asOf when it was said
 * @param age since then, in whole minutes
 * @param trust 0 to 100, falling with age and with the provider's record
 * @param why what the trust is made of, in words
 * @param retiredAt since when the service has no such places (any more)
 * @param own what only the provider sees
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CapacityView(
    UUID id,
    UUID serviceId,
    AgencyId agency,
    Unit unit,
    String kind,
    int total,
    Reading reading,
    @Nullable Integer free,
    @Nullable String lastSaid,
    Instant asOf,
    Duration age,
    int trust,
    List<String> why,
    @Nullable Instant retiredAt,
    @Nullable Own own,
    long version) {

  /** How the provider's own places stand now. */
  record Own(
      int free,
      int held,
      int taken,
      int open,
      SubjectId saidBy,
      Duration holdFor,
      int holdsAtOnce) {}

  static CapacityView of(Capacity c, Trust trust, Person reader) {
    boolean current = trust.reading() == Reading.CURRENT;
    return new CapacityView(
        c.id(),
        c.serviceId(),
        c.agency(),
        c.unit(),
        c.kind(),
        c.total(),
        trust.reading(),
        current ? c.free() : null,
        current ? null : "%d of %d free, %s".formatted(c.free(), c.total(), trust.ago()),
        Trust.asOf(c.saidAt()),
        trust.age(),
        trust.percent(),
        List.of("said " + trust.ago(), trust.record().text()),
        c.retiredAt(),
        reader.agency().equals(c.agency()) ? own(c) : null,
        c.version());
  }

  private static Own own(Capacity c) {
    return new Own(
        c.free(), c.held(), c.taken(), c.open(), c.saidBy(), c.holdFor(), c.holdsAtOnce());
  }
}
