package org.handrail.client.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.handrail.client.credential.Requirement.Counted;
import org.jspecify.annotations.Nullable;

/**
 * Time that somebody spent for a certification.
 *
 * @param topic what a training was about (R20)
 * @param provider who held it: a training body, an agency
 * @param day the agency's day on which it began
 * @param minutes what is credited, at most the time between begin and end
 * @param live whether it was no recorded lesson
 * @param academy whether it was at the scheme's own academy
 */
record HoursEntry(
    UUID id,
    HoursKind kind,
    String domain,
    @Nullable String topic,
    String activity,
    String provider,
    Instant startsAt,
    Instant endsAt,
    LocalDate day,
    int minutes,
    boolean live,
    boolean academy) {

  Counted counted() {
    return new Counted(kind, domain, day, minutes, live, academy);
  }
}
