package org.handrail.referral.choice;

import java.util.Optional;
import java.util.UUID;
import org.handrail.platform.assignment.Assignments;
import org.handrail.platform.caller.AllowedTo;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.handrail.referral.directory.ContactSheet;
import org.handrail.referral.directory.ServicePages;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a client needs to go to one of their options by themselves: on the screen or on paper. It is
 * no disclosure, since nobody is told anything (P2-CON-7).
 */
@RestController
@RequestMapping("/api/option-sets/{id}/contact-sheets/{serviceId}")
class ContactSheetController {
  private final ShowingOptions showing;
  private final ServicePages pages;
  private final Assignments assignments;
  private final Transactions transactions;

  ContactSheetController(
      ShowingOptions showing,
      ServicePages pages,
      Assignments assignments,
      Transactions transactions) {
    this.showing = showing;
    this.pages = pages;
    this.assignments = assignments;
    this.transactions = transactions;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @AllowedTo({Role.PEER_SPECIALIST, Role.CLIENT})
  ContactSheet show(Person person, @PathVariable UUID id, @PathVariable UUID serviceId) {
    Optional<OptionSet> set = showing.find(id);
    assignments.require(person, set.map(OptionSet::clientId));
    return set.filter(found -> found.presents(serviceId))
        .flatMap(_ -> transactions.reading(() -> pages.sheet(serviceId)))
        .orElseThrow(NotFound::new);
  }

  @GetMapping(path = "/print", produces = "text/plain;charset=UTF-8")
  @AllowedTo({Role.PEER_SPECIALIST, Role.CLIENT})
  String print(Person person, @PathVariable UUID id, @PathVariable UUID serviceId) {
    return show(person, id, serviceId).asText();
  }
}
