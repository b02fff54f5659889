package org.handrail.client.reporting;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The forms of reports as they were loaded ({@code reporting/forms.yaml}, REP-4): codes of sections
 * and items, never their wording.
 */
@ConfigurationProperties("handrail.forms")
record Forms(String version, @DefaultValue List<Form> forms) {

  record Form(String code, String edition, @DefaultValue List<Section> sections) {
    Optional<Section> section(String code) {
      return sections.stream().filter(section -> section.code().equals(code)).findFirst();
    }
  }

  record Section(String code, Part part, FilledBy filledBy, @DefaultValue List<String> items) {}

  /** The part from the records, and the client's own, which is voluntary. */
  enum Part {
    A,
    C
  }

  /** Who may fill a section. */
  enum FilledBy {
    PEER,
    CLINICIAN,
    CLIENT
  }

  Form form(String code) {
    return forms.stream()
        .filter(form -> form.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no form " + code + " was loaded"));
  }
}
