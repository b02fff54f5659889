package org.handrail.client.report;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.client.ReachingClient;
import org.handrail.client.client.SeenDisclosures;
import org.handrail.client.disclosure.ByLaw;
import org.handrail.client.disclosure.ReleasingByLaw;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.attention.Attention;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/**
 * Writes down a report that the law allows, with its row in the ledger. The client is not told by
 * the system.
 */
@Component
class Reporting {
  static final ProblemType NOT_MANDATED =
      ProblemType.of("report-not-mandated", 422, "State law does not demand this report of you");
  static final ProblemType INITIAL_ONLY =
      ProblemType.of("report-initial-only", 409, "This report was made; no more may follow it");

  private final IncidentReports reports;
  private final MandatedReporting law;
  private final Door door;
  private final SeenDisclosures disclosures;
  private final Attention attention;
  private final Clock clock;

  Reporting(
      IncidentReports reports,
      MandatedReporting law,
      Door door,
      SeenDisclosures disclosures,
      Attention attention,
      Clock clock) {
    this.reports = reports;
    this.law = law;
    this.door = door;
    this.disclosures = disclosures;
    this.attention = attention;
    this.clock = clock;
  }

  /** What of the door a report needs. */
  @Component
  record Door(Ledger ledger, Parties parties, ReleasingByLaw releasing) {}

  /** The report as its form has it. */
  record Made(PartyId recipient, String reference, Instant at, String reporter, Told told) {}

  /** Nobody reports of themselves: whether it was done already they would hear by it. */
  ReachingClient.Reached requireAnother(ReachingClient.Reached about) {
    if (disclosures.isTheClient(about.by(), about.id())) {
      throw new NotFound();
    }
    return about;
  }

  UUID report(ReachingClient.Reached about, IncidentReport.Kind kind, Made made) {
    if (kind == IncidentReport.Kind.CHILD_ABUSE && !law.obliges(about.by())) {
      throw Refusal.of(NOT_MANDATED);
    }
    if (!law.receives(kind, made.recipient())) {
      throw invalid("/recipient", "not-an-authority", "This is no authority for such reports.");
    }
    var head = door.ledger().lock(about.agency(), about.id());
    var now = head.now(clock);
    ActTimes.requirePast("/madeAt", made.at(), now);
    var report =
        new IncidentReport(
            UUID.randomUUID(),
            about.id(),
            kind,
            made.recipient(),
            made.reference(),
            made.at(),
            made.reporter(),
            now,
            about.by().subject(),
            null);
    var duty = kind == IncidentReport.Kind.CHILD_ABUSE ? law.duty() : null;
    if (!reports.add(about.agency(), report, duty)) {
      throw Refusal.of(INITIAL_ONLY);
    }
    door.releasing()
        .release(
            new ByLaw(
                head,
                now,
                door.parties().byId(made.recipient()),
                about.by().subject(),
                new Entry.Matter(kind.matter(), report.id()),
                kind.matter(),
                List.of(kind.matter()),
                "reported"),
            kind.citation(),
            Map.of(kind.matter(), made.told()),
            null);
    letItBeLookedAt(about, report);
    return report.id();
  }

  /** Unless one of those who are asked to look may be the client, who is told of no report. */
  private void letItBeLookedAt(ReachingClient.Reached about, IncidentReport report) {
    if (!disclosures.isAColleague(about.agency(), about.id())) {
      attention.ask(
          about.agency(),
          Role.PRIVACY_OFFICER,
          new Attention.Matter("report-made", "incident-report", report.id()));
    }
  }

  private static Refusal invalid(String pointer, String code, String detail) {
    return Refusal.of(Problem.of(Problems.INVALID).error(pointer, code, detail));
  }
}
