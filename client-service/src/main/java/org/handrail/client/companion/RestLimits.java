package org.handrail.client.companion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.handrail.platform.problem.Problem.Fault;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a companion may stay and must rest ({@code companion/rest.yaml}).
 *
 * @param blockAtMost the longest shift
 * @param reliefFrom from which length on a shift names somebody who takes over
 * @param restBetween two shifts of one companion
 * @param weekAtMost in any seven days
 */
@ConfigurationProperties("handrail.companion")
record RestLimits(
    String version,
    Duration blockAtMost,
    Duration reliefFrom,
    Duration restBetween,
    Duration weekAtMost) {
  private static final Duration WEEK = Duration.ofDays(7);

  /** Some hours at somebody's side. */
  record Block(Instant from, Instant until) {
    Duration length() {
      return Duration.between(from, until);
    }

    private Duration within(Instant start, Instant end) {
      var begin = from.isAfter(start) ? from : start;
      var finish = until.isBefore(end) ? until : end;
      return begin.isBefore(finish) ? Duration.between(begin, finish) : Duration.ZERO;
    }
  }

  /** What is wrong with another block of a companion who has those already. */
  List<Fault> faults(Block block, boolean relieved, List<Block> others) {
    var faults = new ArrayList<Fault>();
    if (!block.length().isPositive()) {
      faults.add(new Fault("/endsAt", "not-after-start", "It ends after it begins."));
      return faults;
    }
    if (block.length().compareTo(blockAtMost) > 0) {
      faults.add(
          new Fault("/endsAt", "block-too-long", "Not longer than %s.".formatted(blockAtMost)));
    }
    if (block.length().compareTo(reliefFrom) > 0 && !relieved) {
      faults.add(
          new Fault(
              "/relief",
              "relief-missing",
              "Longer than %s: who takes over?".formatted(reliefFrom)));
    }
    if (others.stream().anyMatch(other -> isTooNear(block, other))) {
      faults.add(
          new Fault(
              "/startsAt", "rest-too-short", "%s of rest between two.".formatted(restBetween)));
    }
    if (isWeekTooLong(block, others)) {
      faults.add(
          new Fault(
              "/endsAt", "week-too-long", "Not longer than %s in 7 days.".formatted(weekAtMost)));
    }
    return faults;
  }

  /** Whether somebody who has those others may relieve a companion in that block. */
  boolean letRelieve(Block block, List<Block> others) {
    return others.stream().noneMatch(other -> isTooNear(block, other))
        && !isWeekTooLong(block, others);
  }

  private boolean isTooNear(Block one, Block other) {
    return one.from().isBefore(other.until().plus(restBetween))
        && other.from().isBefore(one.until().plus(restBetween));
  }

  // The fullest seven days end with some block's end or begin with some block's beginning.
  private boolean isWeekTooLong(Block block, List<Block> others) {
    var all = Stream.concat(Stream.of(block), others.stream()).toList();
    return all.stream()
        .flatMap(each -> Stream.of(each.until().minus(WEEK), each.from()))
        .anyMatch(start -> hours(all, start).compareTo(weekAtMost) > 0);
  }

  private static Duration hours(List<Block> all, Instant start) {
    return all.stream()
        .map(each -> each.within(start, start.plus(WEEK)))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
