package org.handrail.client.handout;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The versions of a handout: nobody can have been given another one than there was on that day. */
record Editions(List<Edition> all) {
  static final ProblemType PAPER_UNKNOWN =
      ProblemType.of("paper-unknown", 422, "There was no such paper on that day");

  /** The version in force at that instant; none before the first one. */
  Optional<Edition> inForceAt(Instant at) {
    return all.stream()
        .filter(edition -> !edition.from().isAfter(at))
        .max(comparing(Edition::from));
  }

  Optional<Edition> version(String version) {
    return all.stream().filter(edition -> edition.version().equals(version)).findFirst();
  }

  /**
   * @param language in which it was given, if that is known
   * @param on when it was given
   * @throws Refusal naming the version or the language that there was not
   */
  Edition require(String version, @Nullable String language, Instant on) {
    var known =
        version(version)
            .orElseThrow(() -> unknown("/version", "unknown", "Known are: " + versions()));
    var inForce = inForceAt(on).map(Edition::version).orElse("none");
    if (!inForce.equals(version)) {
      throw unknown("/version", "not-in-force", "On that day it was: " + inForce);
    }
    if (language != null && known.languageFor(language).isEmpty()) {
      throw unknown(
          "/language",
          "unknown",
          "This version is written in: " + String.join(", ", known.languages()));
    }
    return known;
  }

  private String versions() {
    return String.join(", ", all.stream().map(Edition::version).toList());
  }

  private static Refusal unknown(String pointer, String code, String detail) {
    return Refusal.of(Problem.of(PAPER_UNKNOWN).error(pointer, code, detail));
  }
}
