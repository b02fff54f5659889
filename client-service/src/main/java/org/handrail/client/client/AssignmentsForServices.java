package org.handrail.client.client;

import static org.handrail.platform.caller.Role.SVC_NOTIFICATION;
import static org.handrail.platform.caller.Role.SVC_PLAN;
import static org.handrail.platform.caller.Role.SVC_REFERRAL;

import java.util.UUID;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.OnBehalfOf;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells other services what the person for whom they call is to a client. */
@RestController
@AllowedTo({SVC_PLAN, SVC_REFERRAL, SVC_NOTIFICATION})
class AssignmentsForServices {
  private final Assigned assigned;
  private final Transactions transactions;

  AssignmentsForServices(Assigned assigned, Transactions transactions) {
    this.assigned = assigned;
    this.transactions = transactions;
  }

  record Assignment(UUID clientId, String agency, String subject, Relation relation) {}

  /**
   * @param supervisor whether the person supervises the agency, as their sign-in said
   */
  @GetMapping("/internal/assignments/{clientId}")
  Assignment assignment(
      OnBehalfOf person,
      @PathVariable UUID clientId,
      @RequestParam(defaultValue = "false") boolean supervisor) {
    return AgencyScope.as(person)
        .call(
            () ->
                transactions.reading(
                    () ->
                        assigned
                            .relation(person, new ClientId(clientId), supervisor)
                            .map(
                                relation ->
                                    new Assignment(
                                        clientId,
                                        person.agency().value(),
                                        person.subject().value(),
                                        relation))
                            .orElseThrow(NotFound::new)));
  }
}
