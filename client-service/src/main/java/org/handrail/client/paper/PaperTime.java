package org.handrail.client.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Days and hours as a person reads them. */
public final class PaperTime {
  private final DateTimeFormatter days;
  private final DateTimeFormatter hours;
  private final ZoneId zone;

  /**
   * @param zone in which instants are told
   */
  public PaperTime(ZoneId zone, Locale locale) {
    this.zone = zone;
    days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    hours =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale);
  }

  public String of(Instant at) {
    return written(hours, at.atZone(zone));
  }

  /** Where it was told by the clock of another place. */
  public String of(LocalDateTime at) {
    return written(hours, at);
  }

  public String of(LocalDate day) {
    return written(days, day);
  }

  // The blanks that do not break are more than a printer's font knows.
  private static String written(DateTimeFormatter format, TemporalAccessor time) {
    return format.format(time).replace('\u202f', ' ').replace('\u00a0', ' ');
  }
}
