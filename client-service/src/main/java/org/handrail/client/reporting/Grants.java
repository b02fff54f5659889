package org.handrail.client.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The grants and the reports that each asks for ({@code reporting/grants.yaml}). */
@ConfigurationProperties("handrail.reporting")
record Grants(String version, @DefaultValue List<Grant> grants) {

  /**
   * What a grant asks for of those who were enrolled on its days.
   *
   * @param funder the party that it comes from
   * @param form the form of its reports
   */
  record Grant(
      String code,
      String funder,
      String form,
      LocalDate from,
      @Nullable LocalDate until,
      @DefaultValue List<Report> reports) {

    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
  }

  /**
   * One report, in days around its anchor.
   *
   * @param at days from the anchor to the day it is meant for
   * @param before how many days earlier it may be
   * @param after how many days later
   */
  record Report(Point point, Anchor anchor, int at, int before, int after) {}

  /** What a report stands for. */
  enum Point {
    BASELINE,
    REASSESSMENT,
    ANNUAL,
    CLOSEOUT
  }

  /** From which day on a report's days are counted. */
  enum Anchor {
    START,
    /** Each full year after the start. */
    ANNIVERSARY,
    END
  }

  Optional<Grant> of(String code, LocalDate enrolledOn) {
    return grants.stream()
        .filter(grant -> grant.code().equals(code) && grant.holdsOn(enrolledOn))
        .findFirst();
  }

  /** The party that funds a grant; what a grant asks for changes, who pays for it does not. */
  Optional<String> funderOf(String code) {
    return grants.stream()
        .filter(grant -> grant.code().equals(code))
        .map(Grant::funder)
        .findFirst();
  }

  boolean knows(String code) {
    return grants.stream().anyMatch(grant -> grant.code().equals(code));
  }
}
