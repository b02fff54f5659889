package org.handrail.client.credential;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Time spent for a certification, as requests carry it.
 *
 * @param topic what a training was about (R20)
 * @param minutes what is credited, at most the time between begin and end
 * @param live that it was no recorded lesson
 * @param academy that it was at the scheme's own academy
 * @param clinical that it was made for clinicians
 */
record HoursForm(
    @NotNull HoursKind kind,
    @NotNull @Pattern(regexp = CODE) @Size(max = 60) String domain,
    @Pattern(regexp = CODE) @Size(max = 60) @Nullable String topic,
    @NotBlank @Pattern(regexp = NAMED) @Size(max = 300) String activity,
    @NotBlank @Pattern(regexp = NAMED) @Size(max = 300) String provider,
    @NotNull Instant startsAt,
    @NotNull Instant endsAt,
    @NotNull @Min(1) @Max(1440) Integer minutes,
    @Nullable Boolean live,
    @Nullable Boolean academy,
    @Nullable Boolean clinical) {
  static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";
  // Something by which the same lesson is known again.
  private static final String NAMED = "(?s).*[\\p{L}\\p{N}].*";

  HoursEntry entry(LocalDate day) {
    return new HoursEntry(
        UUID.randomUUID(),
        kind,
        domain,
        topic,
        activity.strip(),
        provider.strip(),
        startsAt,
        endsAt,
        day,
        minutes,
        Boolean.TRUE.equals(live),
        Boolean.TRUE.equals(academy));
  }
}
