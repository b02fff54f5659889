package org.handrail.client.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.Configured;
import org.handrail.client.reporting.Forms.FilledBy;
import org.handrail.client.reporting.Forms.Form;
import org.handrail.client.reporting.Forms.Part;
import org.handrail.client.reporting.Forms.Section;
import org.handrail.client.reporting.PartForm.Outcome;
import org.handrail.client.reporting.Windows.Window;
import org.handrail.platform.fixtures.Proves;
import org.handrail.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class FormsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
  private static final Enrollment ENROLLMENT =
      new Enrollment(UUID.randomUUID(), UUID.randomUUID(), "samhsa-sor", 1, DAY, null, null);
  private static final Window ASKED = new Window(Grants.Point.BASELINE, 1, DAY, DAY);

  private final Forms forms = Configured.as(Forms.class, "handrail.forms", "reporting/forms.yaml");

  @Test
  @Proves("REP-4")
  void theFormsAreCodesAloneAndEveryGrantHasItsOwn() {
    var grants = Configured.as(Grants.class, "handrail.reporting", "reporting/grants.yaml");
    for (var grant : grants.grants()) {
      var form = forms.form(grant.form());
      assertThat(form.edition()).isNotBlank();
      for (var section : form.sections()) {
        assertThat(section.items()).allMatch(item -> item.matches("[a-z]+(-[a-z0-9]+)*"));
      }
    }
  }

  @Test
  @Proves("REP-4")
  void whateverFormIsLoadedIsTheOneThatIsFilledIn() {
    var loaded =
        new Form("x", "1", List.of(new Section("Z", Part.A, FilledBy.PEER, List.of("z-1"))));
    require(loaded, false, Map.of("Z", Map.of("z-1", "yes")));
    assertDeficient(loaded, false, Map.of("Z", Map.of("a-interview-date", "x")));
    assertDeficient(loaded, false, Map.of("A", Map.of("a-site", "x")));
  }

  @Test
  @Proves("REP-2")
  void thePartOfTheRecordsSaysSomethingAndIsNotTheClients() {
    var said = Map.of("A", Map.of("a-site", "downtown"));
    require(forms.form("suprt"), false, said);
    assertDeficient(forms.form("suprt"), true, said);
    for (var nothing :
        List.<Map<String, Map<String, String>>>of(
            Map.of(), Map.of("A", Map.of()), Map.of("A", Map.of("a-site", " ")))) {
      assertDeficient(forms.form("suprt"), false, nothing);
    }
  }

  private static void assertDeficient(
      Form form, boolean byTheClient, Map<String, Map<String, String>> sections) {
    assertThatThrownBy(() -> require(form, byTheClient, sections))
        .isInstanceOf(Refusal.class)
        .hasMessage("report-part-deficient");
  }

  private static void require(
      Form form, boolean byTheClient, Map<String, Map<String, String>> sections) {
    new CheckingPart(form, byTheClient).require(part(sections), ASKED, ENROLLMENT, DAY);
  }

  private static PartForm part(Map<String, Map<String, String>> sections) {
    return new PartForm(Grants.Point.BASELINE, 1, Part.A, Outcome.COMPLETED, DAY, sections, null);
  }
}
