package org.handrail.referral.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.fixtures.Answer;
import org.handrail.referral.fixtures.Coalition;
import org.handrail.referral.fixtures.ReferralServiceIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceIT
class DirectoryIT {
  private final Coalition coalition;
  private final JdbcClient jdbc;

  DirectoryIT(Coalition coalition, JdbcClient jdbc) {
    this.coalition = coalition;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void atRest() {
    coalition.atRest();
  }

  @Test
  void isFoundByWordsAndByNeed() {
    assertThat(names("words=buprenorphine"))
        .containsExactly("Emergency department", "Medication clinic", "Outpatient MOUD");
    assertThat(names("need=recovery-housing"))
        .containsExactly(
            "Recovery residence for men", "Recovery residence for women", "Transitional rooms");
    assertThat(names("need=OIT")).hasSize(2);
    assertThat(names("words=women&need=recovery-housing"))
        .containsExactly("Recovery residence for women");
    assertThat(names("words=nothing+like+this")).isEmpty();
    assertThat(names("words=%22%27%29%3B--+%26%7C%21%3A*+buprenorphine"))
        .isEqualTo(names("words=buprenorphine"));
  }

  @Test
  void doesNotOfferWhatIsClosed() {
    assertThat(names("words=aftercare")).isEmpty();
    assertThat(names("words=anybody+loves")).isEmpty();
  }

  @Test
  void pagesThroughEverythingOnce() {
    var seen = new ArrayList<String>();
    String after = "";
    do {
      Answer page = coalition.maya().get("/api/directory/services?limit=7" + after).send().isOk();
      page.json().at("/items").forEach(item -> seen.add(item.path("id").asString()));
      after = page.at("/next").isEmpty() ? "" : "&after=" + page.at("/next");
    } while (!after.isEmpty());

    int active =
        jdbc.sql(
                // Those of other tests came by no import.
                "select count(*) from directory_service where status = 'active' and hidden_on >"
                    + " current_date and source <> 'test'")
            .query(Integer.class)
            .single();
    assertThat(seen).doesNotHaveDuplicates().hasSize(active);
  }

  @Test
  void showsWhoRunsItWhereAndSinceWhenItIsKnown() {
    UUID id = coalition.service("Harborlight residential");

    Answer shown = coalition.maya().get("/api/directory/services/{id}", id).send().isOk();

    assertThat(shown.at("/organization/agency")).isEqualTo("harborlight");
    assertThat(shown.at("/location/city")).isEqualTo("Port Amity");
    assertThat(shown.at("/location/state")).isEqualTo("OH");
    assertThat(LocalDate.parse(shown.at("/assuredDate")))
        .isAfter(LocalDate.now(ZoneOffset.UTC).minusDays(20));
    assertThat(shown.at("/assured")).isEqualTo("confirmed");
    assertThat(shown.at("/phones/0/number")).isEqualTo("+14195550120");
    assertThat(shown.json().at("/languages").size()).isEqualTo(2);
    assertThat(shown.at("/taxonomies/0/code")).isNotEmpty();
  }

  private List<String> names(String query) {
    Answer found = coalition.maya().get("/api/directory/services?limit=100&" + query).send().isOk();
    return found.json().at("/items").valueStream().map(i -> i.path("name").asString()).toList();
  }
}
