package org.handrail.referral.directory;

import java.net.URI;
import java.util.UUID;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.handrail.platform.submission.Submission;
import org.handrail.referral.directory.assurance.Assurance;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets who runs a service say that all is as the directory says. */
@RestController
class ConfirmationController {
  private final Assurance assurance;
  private final JdbcDirectory directory;
  private final Transactions transactions;

  ConfirmationController(Assurance assurance, JdbcDirectory directory, Transactions transactions) {
    this.assurance = assurance;
    this.directory = directory;
    this.transactions = transactions;
  }

  @PostMapping("/api/directory/services/{id}/confirmations")
  @AllowedTo({Role.INTAKE_COORDINATOR, Role.AGENCY_ADMIN})
  ResponseEntity<ServiceView> confirm(Person person, @PathVariable UUID id, Submission submission) {
    submission.create(
        () -> assurance.ofAgency(id, person.agency()).orElseThrow(NotFound::new),
        service -> assurance.confirm(service, person));
    ServiceView shown = transactions.reading(() -> directory.show(id).orElseThrow(NotFound::new));
    return ResponseEntity.created(URI.create("/api/directory/services/" + id)).body(shown);
  }
}
