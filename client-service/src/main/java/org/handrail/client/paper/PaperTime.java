package org.handrail.client.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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
    return hours.format(at.atZone(zone));
  }

  /** Where it was told by the clock of another place. */
  public String of(LocalDateTime at) {
    return hours.format(at);
  }

  public String of(LocalDate day) {
    return days.format(day);
  }
}
