package org.handrail.client.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.handrail.client.credential.Requirement.Counted;
import org.junit.jupiter.api.Test;

class RequirementTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
  private final Schemes schemes = new Schemes();

  private static Counted hours(HoursKind kind, String domain, LocalDate day, int hours) {
    return new Counted(kind, domain, day, hours * 60, false, false);
  }

  @Test
  void countsEachDomainAndWhatIsRecentEnough() {
    var version = schemes.on("virginia-cprs", TODAY).orElseThrow();
    var counted =
        List.of(
            hours(HoursKind.TRAINING, "ethics", TODAY, 72),
            hours(HoursKind.EXPERIENCE, "general", TODAY.minusMonths(36), 500),
            hours(HoursKind.EXPERIENCE, "general", TODAY.minusMonths(36).minusDays(1), 500));
    var found = Requirement.toBeCertified(version, counted, TODAY);
    assertThat(found)
        .containsExactly(
            new Requirement("training", 72, 72 * 60L, true, true),
            new Requirement("experience", 500, 500 * 60L, true, true),
            new Requirement("supervision", 25, 0, false, false));
  }

  @Test
  void countsForARenewalOnlyWhatLiesInItsCycle() {
    var version = schemes.on("icrc-pr", TODAY).orElseThrow();
    var cycle = new Cycle(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31));
    var counted =
        List.of(
            hours(HoursKind.CE, "ethics", cycle.from().minusDays(1), 6),
            hours(HoursKind.CE, "ethics", cycle.from(), 5),
            hours(HoursKind.CE, "advocacy", cycle.until(), 15),
            hours(HoursKind.TRAINING, "ethics", TODAY, 9));
    assertThat(Requirement.toBeRenewed(version, counted, cycle, TODAY))
        .containsExactly(
            new Requirement("ce", 20, 20 * 60L, true, true),
            new Requirement("ce-ethics", 6, 5 * 60L, false, true));
  }
}
