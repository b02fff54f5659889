package org.handrail.client.billing;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Counts the units of a client's day by a payer's rule (BILL-1). Time counts as it elapsed: a night
 * on which the clocks change is as long as it is. Only time that is paid bars other time.
 */
final class Counting {
  private final PayerRule rule;

  Counting(PayerRule rule) {
    this.rule = rule;
  }

  /**
   * What comes of some time.
   *
   * @param units that the payer pays; none unless all obstacles but the cap are away
   */
  record Counted(UUID encounterId, int units, List<String> modifiers, Set<Obstacle> obstacles) {}

  /**
   * Of a person's services that begin on that day, in that order.
   *
   * @param services also those that began earlier: what is paid on the day before is not paid again
   *     where it reaches into this one
   */
  List<Counted> day(LocalDate day, List<Service> services) {
    var paidBefore = new ArrayList<>(services);
    paidBefore.removeIf(
        service -> !dayOf(service).isBefore(day.minusDays(1)) || !isPaidAlone(service));
    count(on(day.minusDays(1), services), paidBefore);
    return count(on(day, services), paidBefore);
  }

  private List<Counted> count(List<Service> services, List<Service> paidBefore) {
    var counted = new ArrayList<Counted>();
    var left = rule.dayCap();
    for (var service : services.stream().sorted(comparing(Service::from)).toList()) {
      var one = count(service, paidBefore, left);
      left -= one.units();
      if (one.units() > 0) {
        paidBefore.add(service);
      }
      counted.add(one);
    }
    return counted;
  }

  private List<Service> on(LocalDate day, List<Service> services) {
    return services.stream().filter(service -> dayOf(service).equals(day)).toList();
  }

  private LocalDate dayOf(Service service) {
    return LocalDate.ofInstant(service.from(), rule.zone());
  }

  private boolean isPaidAlone(Service service) {
    return count(service, List.of(), rule.dayCap()).units() > 0;
  }

  private Counted count(Service service, List<Service> before, int left) {
    var obstacles = obstacles(service);
    if (before.stream().anyMatch(service::overlaps)) {
      obstacles.add(Obstacle.OVERLAPS);
    }
    var units = rule.rounding().units(service.elapsed(), rule.unit());
    if (units == 0) {
      obstacles.add(Obstacle.TOO_SHORT);
    }
    var paid = obstacles.isEmpty() ? Math.min(units, left) : 0;
    if (obstacles.isEmpty() && paid < units) {
      obstacles.add(Obstacle.DAY_CAP);
    }
    return new Counted(service.id(), paid, modifiers(service), obstacles);
  }

  private Set<Obstacle> obstacles(Service service) {
    var obstacles = EnumSet.noneOf(Obstacle.class);
    add(obstacles, Obstacle.KIND_NOT_PAID, !rule.kinds().contains(service.kind()));
    add(obstacles, Obstacle.MODE_NOT_PAID, !rule.modes().contains(service.mode()));
    add(obstacles, Obstacle.GOAL_MISSING, !service.forGoal());
    add(obstacles, Obstacle.ACTIVITY_MISSING, !service.withActivity());
    add(obstacles, Obstacle.CREDENTIAL_NOT_VALID, !service.certified());
    add(obstacles, Obstacle.SIGN_OFF_MISSING, rule.needsSignOff() && !service.signedOff());
    add(obstacles, Obstacle.COMPANION_SHIFT, service.inCompanionShift());
    var people = service.people();
    add(obstacles, Obstacle.GROUP_TOO_LARGE, people != null && people > rule.groupMax());
    return obstacles;
  }

  private static void add(Set<Obstacle> obstacles, Obstacle obstacle, boolean stands) {
    if (stands) {
      obstacles.add(obstacle);
    }
  }

  private List<String> modifiers(Service service) {
    return service.people() == null
        ? rule.modifiers()
        : Stream.concat(rule.modifiers().stream(), Stream.of(rule.groupModifier())).toList();
  }
}
