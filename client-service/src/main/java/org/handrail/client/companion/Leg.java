package org.handrail.client.companion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problem.Fault;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;

/** One leg of a journey, in the local time of both ends. */
record Leg(UUID id, End departs, End arrives) {
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  /**
   * Where a leg begins or ends.
   *
   * @param at on the clocks there
   * @param zone of those clocks (IANA)
   * @param country ISO 3166, two letters
   */
  record End(
      @NotNull LocalDateTime at,
      @NotNull @Pattern(regexp = "[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}") String zone,
      @NotNull @Pattern(regexp = "[A-Z]{2}") String country) {

    /** The instant, of the two that a night in autumn has the first. */
    Instant instant() {
      return at.atZone(ZoneId.of(zone)).toInstant();
    }

    private void check(String pointer, List<Fault> faults) {
      try {
        if (ZoneId.of(zone).getRules().getValidOffsets(at).isEmpty()) {
          faults.add(
              new Fault(pointer + "/at", "no-such-time", "The clocks there leave that hour out."));
        }
      } catch (DateTimeException _) {
        faults.add(new Fault(pointer + "/zone", "zone-unknown", "There is no such time zone."));
      }
      if (!COUNTRIES.contains(country)) {
        faults.add(new Fault(pointer + "/country", "country-unknown", "There is no such country."));
      }
    }
  }

  record NewLeg(@NotNull @Valid End departs, @NotNull @Valid End arrives) {

    /**
     * @throws Refusal {@code invalid} when there is no such place or hour, when it arrives before
     *     it departs, and when it is not to come within a year
     */
    Leg planned(Instant now) {
      var faults = new ArrayList<Fault>();
      departs.check("/departs", faults);
      arrives.check("/arrives", faults);
      if (faults.isEmpty() && !arrives.instant().isAfter(departs.instant())) {
        faults.add(new Fault("/arrives/at", "not-after-start", "Whoever arrives has left before."));
      }
      if (!faults.isEmpty()) {
        throw Refusal.of(Problem.of(Problems.INVALID).errors(faults));
      }
      ActTimes.requirePlanned("/departs/at", departs.instant(), now);
      ActTimes.requirePlanned("/arrives/at", arrives.instant(), now);
      return new Leg(UUID.randomUUID(), departs, arrives);
    }
  }

  /** How long it takes. */
  public String getDuration() {
    return Duration.between(departs.instant(), arrives.instant()).toString();
  }

  public boolean isAbroad() {
    return !departs.country().equals(arrives.country());
  }
}
