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
                  case BEGUN -> new Standing(State.TRAINEE, null, lostBefore(day));
                  case DEACTIVATED -> new Standing(State.INACTIVE, null, lostBefore(day));
                  case REVOKED -> new Standing(State.REVOKED, null, lostBefore(day));
                  case PROVISIONAL, CERTIFIED, RENEWED, REINSTATED ->
                      step.cycle() == null
                          ? new Standing(State.LAPSED, null, lostBefore(day))
                          : Standing.of(step, step.cycle(), day, lostBefore(day));
                });
  }

  boolean holdsOn(LocalDate day) {
    return on(day).filter(Standing::holds).isPresent();
  }

  /** Whether it was a certification by that day, since somebody last set out for it. */
  boolean certifiedSinceBegun(LocalDate day) {
    return by(day).skip(lastBegun(day)).anyMatch(step -> step.kind().certifies());
  }

  /** Whether it was one, or was revoked, before somebody set out for it anew. */
  private boolean lostBefore(LocalDate day) {
    return by(day)
        .limit(lastBegun(day))
        .anyMatch(step -> step.kind().certifies() || step.kind() == StepKind.REVOKED);
  }

  /** On which day somebody last set out for it anew. */
  Optional<LocalDate> begunAnew() {
    return steps.stream()
        .skip(1)
        .filter(step -> step.kind() == StepKind.BEGUN)
        .map(Step::on)
        .reduce((_, later) -> later);
  }

  /** How many steps came before the last by which somebody set out for it. */
  private int lastBegun(LocalDate day) {
    var known = by(day).map(Step::kind).toList();
    return Math.max(0, known.lastIndexOf(StepKind.BEGUN));
  }

  private Stream<Step> by(LocalDate day) {
    return steps.stream().filter(step -> !step.on().isAfter(day));
  }

  /** The latest grant of a certification. */
  Optional<Step> lastCertified() {
    return steps.reversed().stream().filter(step -> step.kind().certifies()).findFirst();
  }

  /**
   * The cycle of a certification to which a day belongs; none once somebody set out for it anew,
   * also while one that was lost would last.
   */
  Optional<Cycle> cycleOf(LocalDate day) {
    return steps.subList(lastBegun(day), steps.size()).reversed().stream()
        .filter(step -> step.kind().certifies())
        .flatMap(step -> Optional.ofNullable(step.cycle()).stream())
        .filter(cycle -> cycle.contains(day))
        .findFirst();
  }

  private Optional<Step> lastBy(LocalDate day) {
    return by(day).reduce((_, later) -> later);
  }
}
