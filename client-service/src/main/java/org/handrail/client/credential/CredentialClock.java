package org.handrail.client.credential;

import java.util.UUID;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.client.specialist.Specialists;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.attention.Attention.Matter;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.deadline.Deadlines;
import org.handrail.platform.deadline.WhenDue;
import org.springframework.stereotype.Component;

/**
 * Warns a specialist and their supervisors 90, 60 and 30 days before a certification ends, and when
 * it has (CERT-1, CERT-2).
 */
@Component
class CredentialClock implements WhenDue {
  private static final String KIND = "credential-ends";

  private final CredentialRecords credentials;
  private final Specialists specialists;
  private final RosterSettings settings;
  private final Deadlines deadlines;
  private final Attention attention;

  CredentialClock(
      CredentialRecords credentials,
      Specialists specialists,
      RosterSettings settings,
      Deadlines deadlines,
      Attention attention) {
    this.credentials = credentials;
    this.specialists = specialists;
    this.settings = settings;
    this.deadlines = deadlines;
    this.attention = attention;
  }

  /** After a step: waits for the end of what it grants, or for nothing any more. */
  void follow(AgencyId agency, SubjectId subject, Credential credential) {
    var id = credential.id().value();
    var step = credential.history().last();
    if (step.cycle() == null) {
      deadlines.drop(agency, KIND, id);
    } else {
      var first = Warnings.first(step.cycle().until(), settings.today(agency));
      deadlines.set(agency, KIND, id, settings.beginOf(agency, first));
    }
    if (step.kind() == StepKind.REVOKED) {
      ask(agency, subject, "credential-revoked", id);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void due(AgencyId agency, UUID about) {
    var credential = credentials.find(agency, new CredentialId(about)).orElse(null);
    var cycle = credential == null ? null : credential.history().last().cycle();
    if (credential == null || cycle == null) {
      return;
    }
    var today = settings.today(agency);
    Warnings.next(cycle.until(), today)
        .ifPresent(next -> deadlines.set(agency, KIND, about, settings.beginOf(agency, next)));
    var specialist = specialists.find(agency, credential.specialist()).orElseThrow();
    if (specialist.isActive()) {
      Warnings.code(cycle.until(), today)
          .ifPresent(code -> ask(agency, specialist.subject(), code, about));
    }
  }

  private void ask(AgencyId agency, SubjectId subject, String code, UUID about) {
    var matter = new Matter(code, "credential", about);
    attention.ask(agency, subject, matter);
    attention.ask(agency, Role.SUPERVISOR, matter);
  }
}
