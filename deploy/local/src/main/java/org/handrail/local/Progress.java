package org.handrail.local;

import java.io.PrintWriter;
import java.time.Duration;

/** Tells what happens to each part, one line per part. */
interface Progress {

  void tell(String part, String what, Duration took, String detail);

  /** Where nobody watches. */
  static Progress silent() {
    return (part, what, took, detail) -> {};
  }

  static Progress to(PrintWriter out) {
    return (part, what, took, detail) -> {
      out.printf("  %-22s %-9s %6.1f s  %s%n", part, what, took.toMillis() / 1000.0, detail);
      out.flush();
    };
  }
}
