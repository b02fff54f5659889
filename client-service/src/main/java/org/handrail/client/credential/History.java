package org.handrail.client.credential;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened to a certification, in order. How it stands on a day follows from that and the day
 * alone: dates, so that no clock's change moves a boundary.
 */
record History(List<Step> steps) {
  History {
    steps = List.copyOf(steps);
  }

  History with(Step step) {
    return new History(Stream.concat(steps.stream(), Stream.of(step)).toList());
  }

  Step last() {
    return steps.getLast();
  }

  /** Nothing before it was begun. */
  Optional<Standing> on(LocalDate day) {
    return lastBy(day)
        .map(
            step ->
                switch (step.kind()) {
                  case BEGUN -> new Standing(State.TRAINEE, null);
                  case DEACTIVATED -> new Standing(State.INACTIVE, null);
                  case REVOKED -> new Standing(State.REVOKED, null);
                  case PROVISIONAL, CERTIFIED, RENEWED, REINSTATED ->
                      step.cycle() == null
                          ? new Standing(State.LAPSED, null)
                          : Standing.of(step, step.cycle(), day);
                });
  }

  boolean holdsOn(LocalDate day) {
    return on(day).map(Standing::state).filter(State::holds).isPresent();
  }

  boolean everCertifiedBy(LocalDate day) {
    return steps.stream().anyMatch(step -> step.kind().certifies() && !step.on().isAfter(day));
  }

  /** The latest grant of a certification. */
  Optional<Step> lastCertified() {
    return steps.reversed().stream().filter(step -> step.kind().certifies()).findFirst();
  }

  /** The cycle of a certification to which a day belongs. */
  Optional<Cycle> cycleOf(LocalDate day) {
    return steps.reversed().stream()
        .filter(step -> step.kind().certifies())
        .flatMap(step -> Optional.ofNullable(step.cycle()).stream())
        .filter(cycle -> cycle.contains(day))
        .findFirst();
  }

  private Optional<Step> lastBy(LocalDate day) {
    return steps.reversed().stream().filter(step -> !step.on().isAfter(day)).findFirst();
  }
}
