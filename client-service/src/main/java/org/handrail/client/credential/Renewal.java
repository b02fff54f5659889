package org.handrail.client.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.handrail.client.credential.SchemeVersion.Hours;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long a certification is granted, and what renews it.
 *
 * @param service hours of peer support within the cycle
 * @param fileDaysBefore how many days before the end the papers must be with the issuer
 * @param clinicalCe whether lessons for clinicians count
 * @param missed how it stands when nothing renewed it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Renewal(
    CycleKind cycle,
    @DefaultValue("12") int months,
    @Nullable Hours ce,
    @Nullable Hours service,
    @Nullable Hours supervision,
    @DefaultValue("0") int fileDaysBefore,
    @DefaultValue("true") boolean clinicalCe,
    @DefaultValue("lapsed") State missed,
    @DefaultValue("true") boolean verified) {

  private static final MonthDay LAST = MonthDay.of(12, 31);

  /** How its cycles follow the calendar. */
  enum CycleKind {
    /** So many months from the day on which it was granted. */
    ANNIVERSARY,
    /** To the end of the year, whenever it was granted. */
    CALENDAR_YEAR
  }

  /** From that day to the last that the scheme gives. */
  Cycle from(LocalDate day) {
    return new Cycle(
        day,
        cycle == CycleKind.CALENDAR_YEAR
            ? LAST.atYear(day.getYear())
            : day.plusMonths(months).minusDays(1));
  }

  /**
   * From that day to the last that the certificate states: bodies write it one day apart, or give
   * less, but none gives more. Nothing when the scheme cannot have given it.
   */
  Optional<Cycle> from(LocalDate day, LocalDate stated) {
    if (cycle == CycleKind.CALENDAR_YEAR) {
      var given = from(day);
      return given.until().equals(stated) ? Optional.of(given) : Optional.empty();
    }
    return within(day, stated);
  }

  /**
   * The same of what is provisional: its last day is the issuer's to state, whatever the calendar,
   * but it never lasts longer than the certification that it leads to.
   */
  Optional<Cycle> provisional(LocalDate day, LocalDate stated) {
    return within(day, stated);
  }

  private Optional<Cycle> within(LocalDate day, LocalDate stated) {
    return stated.isBefore(day) || stated.isAfter(day.plusMonths(months))
        ? Optional.empty()
        : Optional.of(new Cycle(day, stated));
  }
}
