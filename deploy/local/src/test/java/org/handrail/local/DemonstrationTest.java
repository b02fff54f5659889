package org.handrail.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemonstrationTest {
  private static final Path REPOSITORY =
      Path.of(System.getProperty("handrail.repository", "../.."));

  private final List<Demonstration.Sending> sendings =
      Demonstration.sendings(Demonstration.seeds(REPOSITORY), LocalDate.parse("2031-05-20"));

  @Test
  void theDirectoryIsConfirmedOfLateWheneverItIsBroughtIn() {
    assertThat(
            Demonstration.asOf(
                LocalDate.parse("2031-05-20"),
                "{\"assured_date\": \"2026-10-12\"}, {\"assured_date\": \"2026-13-01\"}"))
        .isEqualTo("{\"assured_date\": \"2031-05-10\"}, {\"assured_date\": \"2026-13-01\"}");
    assertThat(sendings.getFirst().body())
        .contains("\"assured_date\": \"2031-05-10\"")
        .doesNotContain("\"assured_date\": \"2026-10-");
  }

  @Test
  void eachIsSentBySomebodyWhoCanSignInAndRememberedByItsOwnName() {
    var accounts =
        DemoAccounts.in(REPOSITORY.resolve("deploy/keycloak")).stream()
            .map(DemoAccounts.Account::email)
            .toList();
    assertThat(sendings).isNotEmpty().allMatch(each -> accounts.contains(each.by()));
    assertThat(sendings.stream().map(Demonstration.Sending::name)).doesNotHaveDuplicates();
  }
}
