package org.handrail.e2e;

import java.time.Duration;
import java.util.List;

/** What a bench prints: one figure a line, by its name and with its unit. */
final class Figures {
  private Figures() {}

  /** So many of something, each second of that time. */
  static void perSecond(String name, int many, Duration took) {
    tell(name, many / seconds(took), "/s");
  }

  /** What half of them waited at most, and what 99 of 100 did. */
  static void waits(String name, List<Duration> waits) {
    var sorted = waits.stream().sorted().toList();
    tell(name + ".p50", millis(sorted, 0.50), "ms");
    tell(name + ".p99", millis(sorted, 0.99), "ms");
  }

  private static double millis(List<Duration> sorted, double quantile) {
    return seconds(sorted.get((int) Math.ceil(quantile * sorted.size()) - 1)) * 1_000;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static void tell(String name, double value, String unit) {
    System.out.printf("%s %.1f %s%n", name, value, unit);
  }
}
