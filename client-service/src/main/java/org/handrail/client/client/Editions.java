package org.handrail.client.client;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The versions of a paper: nobody can have been given another one than there was on that day. */
public record Editions(List<Edition> all) {
  static final ProblemType PAPER_UNKNOWN =
      ProblemType.of("paper-unknown", 422, "There was no such paper on that day");

  /** The version in force at that instant; {@code none} before the first one. */
  String inForceAt(Instant at) {
    return all.stream()
        .filter(edition -> !edition.from().isAfter(at))
        .max(comparing(Edition::from))
        .map(Edition::version)
        .orElse("none");
  }

  /**
   * @param language in which it was given; none of a paper that is not given in one
   * @param on when it was given
   * @throws Refusal naming the version or the language that there was not
   */
  public void require(String version, @Nullable String language, Instant on) {
    var known = all.stream().filter(edition -> edition.version().equals(version)).findFirst();
    if (known.isEmpty()) {
      throw unknown("/version", "unknown", "Known are: " + versions());
    }
    if (!inForceAt(on).equals(version)) {
      throw unknown("/version", "not-in-force", "On that day it was: " + inForceAt(on));
    }
    if (language != null && !known.get().isIn(language)) {
      throw unknown(
          "/language",
          "unknown",
          "This version is written in: " + String.join(", ", known.get().languages()));
    }
  }

  private String versions() {
    return String.join(", ", all.stream().map(Edition::version).toList());
  }

  private static Refusal unknown(String pointer, String code, String detail) {
    return Refusal.of(Problem.of(PAPER_UNKNOWN).error(pointer, code, detail));
  }
}
