package org.handrail.client.credential;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.handrail.client.credential.SchemeVersion.Hours;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody is with one thing that a scheme asks for. It informs; certifying is the issuer's
 * business.
 *
 * @param what such as {@code training} or {@code ce-ethics}
 * @param recordedMinutes what was signed, not what waits for a signature
 * @param verified whether the number was read in a public source
 */
record Requirement(
    String what, int requiredHours, long recordedMinutes, boolean met, boolean verified) {

  /** Hours that were signed. */
  record Counted(
      HoursKind kind, String domain, LocalDate day, int minutes, boolean live, boolean academy) {}

  /** What is asked for before the first certification. */
  static List<Requirement> toBeCertified(
      SchemeVersion version, List<Counted> hours, LocalDate today) {
    var all = new ArrayList<Requirement>();
    add(all, "training", version.training(), hours, it -> it.kind() == HoursKind.TRAINING, today);
    add(
        all,
        "experience",
        version.experience(),
        hours,
        it -> it.kind() == HoursKind.EXPERIENCE,
        today);
    add(
        all,
        "supervision",
        version.supervision(),
        hours,
        it -> it.kind() == HoursKind.SUPERVISION,
        today);
    return all;
  }

  /** What is asked for within a cycle before the next. */
  static List<Requirement> toBeRenewed(
      SchemeVersion version, List<Counted> hours, Cycle cycle, LocalDate today) {
    var within = hours.stream().filter(it -> cycle.contains(it.day())).toList();
    var renewal = version.renewal();
    var all = new ArrayList<Requirement>();
    add(all, "ce", renewal.ce(), within, it -> it.kind() == HoursKind.CE, today);
    add(all, "service", renewal.service(), within, it -> it.kind() == HoursKind.EXPERIENCE, today);
    add(
        all,
        "supervision",
        renewal.supervision(),
        within,
        it -> it.kind() == HoursKind.SUPERVISION,
        today);
    return all;
  }

  private static void add(
      List<Requirement> all,
      String what,
      @Nullable Hours asked,
      List<Counted> hours,
      Predicate<Counted> kind,
      LocalDate today) {
    if (asked == null) {
      return;
    }
    var months = asked.withinMonths();
    var from = months == null ? LocalDate.MIN : today.minusMonths(months);
    var counted = hours.stream().filter(kind).filter(it -> !it.day().isBefore(from)).toList();
    all.add(of(what, asked.hours(), counted, asked));
    new TreeMap<>(asked.of())
        .forEach(
            (domain, needed) ->
                all.add(
                    of(
                        what + "-" + domain,
                        needed,
                        counted.stream().filter(it -> it.domain().equals(domain)).toList(),
                        asked)));
    if (asked.live() > 0) {
      all.add(
          of(what + "-live", asked.live(), counted.stream().filter(Counted::live).toList(), asked));
    }
    if (asked.academy() > 0) {
      all.add(
          of(
              what + "-academy",
              asked.academy(),
              counted.stream().filter(Counted::academy).toList(),
              asked));
    }
  }

  private static Requirement of(String what, int hours, List<Counted> counted, Hours asked) {
    var minutes = counted.stream().mapToLong(Counted::minutes).sum();
    return new Requirement(what, hours, minutes, minutes >= hours * 60L, asked.verified());
  }
}
