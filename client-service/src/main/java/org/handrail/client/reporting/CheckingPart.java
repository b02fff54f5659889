package org.handrail.client.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.handrail.client.practice.ScopeOfPractice;
import org.handrail.client.reporting.Forms.FilledBy;
import org.handrail.client.reporting.Forms.Form;
import org.handrail.client.reporting.Forms.Part;
import org.handrail.client.reporting.PartForm.Outcome;
import org.handrail.client.reporting.Windows.Window;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problem.Fault;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;

/**
 * Whether a part can be filled in like this: by that person, on that day, with those sections and
 * items.
 */
final class CheckingPart {
  static final ProblemType PART_DEFICIENT =
      ProblemType.of("report-part-deficient", 422, "The form does not take this");

  static final String BEFORE_WINDOW = "before-window";
  static final String NOT_ASKED_YET = "Nobody asked for this report yet then.";

  private final Form form;
  private final boolean byTheClient;

  /**
   * @param byTheClient whether the client fills it in, by their own sign-in
   */
  CheckingPart(Form form, boolean byTheClient) {
    this.form = form;
    this.byTheClient = byTheClient;
  }

  /**
   * Refuses what the form does not take.
   *
   * @param asked the report, which nobody made before it was asked for; late it is taken
   * @param enrollment whose end may come before that of the report's days
   * @param today at the agency
   * @throws Refusal {@code out-of-scope} for sections that only a clinician fills (PRS-SCOPE-3)
   */
  void require(PartForm part, Window asked, Enrollment enrollment, LocalDate today) {
    refuseWhatIsAClinicians(part);
    var faults = new ArrayList<Fault>();
    if (part.on().isAfter(today)) {
      faults.add(new Fault("/on", "in-future", "It has not happened yet."));
    }
    if (part.on().isBefore(asked.opens())) {
      faults.add(new Fault("/on", BEFORE_WINDOW, NOT_ASKED_YET));
    }
    if (Windows.isTooLate(asked, enrollment, part.on())) {
      faults.add(new Fault("/on", "after-end", "Their time in the grant was over then."));
    }
    if (part.part() == Part.A) {
      fromRecords(part, faults);
    }
    if (part.part() == Part.C && part.act() == null) {
      faults.add(new Fault("/act", "missing", "This part is the client's: by which act?"));
    }
    if (part.outcome() == Outcome.REFUSED && !part.answers().isEmpty()) {
      faults.add(new Fault("/sections", "not-possible", "What was refused has no answers."));
    }
    items(part, faults);
    if (!faults.isEmpty()) {
      throw Refusal.of(Problem.of(PART_DEFICIENT).errors(faults));
    }
  }

  private void fromRecords(PartForm part, List<Fault> faults) {
    if (byTheClient) {
      faults.add(new Fault("/part", "not-yours", "Only their own part is the client's to fill."));
    }
    if (part.outcome() == Outcome.REFUSED) {
      faults.add(
          new Fault("/outcome", "not-possible", "This part comes from records, for everybody."));
    } else if (part.answers().values().stream()
        .flatMap(section -> section.values().stream())
        .allMatch(String::isBlank)) {
      faults.add(new Fault("/sections", "missing", "This part says something of the records."));
    }
  }

  private void refuseWhatIsAClinicians(PartForm part) {
    for (var code : part.answers().keySet()) {
      if (form.section(code).filter(it -> it.filledBy() == FilledBy.CLINICIAN).isPresent()) {
        throw ScopeOfPractice.refusal("/sections/" + code, "clinical-section");
      }
    }
  }

  private void items(PartForm part, List<Fault> faults) {
    part.answers()
        .forEach(
            (code, answers) -> {
              var section = form.section(code).filter(it -> it.part() == part.part());
              if (section.isEmpty()) {
                faults.add(
                    new Fault("/sections", "section-unknown", "A section is not of this part."));
              } else if (byTheClient && section.get().filledBy() != FilledBy.CLIENT) {
                faults.add(
                    new Fault(
                        "/sections/" + section.get().code(),
                        "not-yours",
                        "This section is not the client's to fill."));
              } else if (!section.get().items().containsAll(answers.keySet())) {
                faults.add(
                    new Fault(
                        "/sections/" + section.get().code(),
                        "item-unknown",
                        "An item is not of this section."));
              }
            });
  }
}
