package org.handrail.client.client;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.handrail.client.client.Client.Account;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.Recorder;
import org.handrail.platform.assignment.Relation;
import org.handrail.platform.caller.Person;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.ProblemType;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** Begins a record for somebody who came: who writes it down becomes their primary specialist. */
@Component
public class RegisteringClient {
  static final ProblemType CLIENT_KNOWN =
      ProblemType.of("client-known", 409, "You already keep a record of this person");

  private final Clients clients;
  private final Assigned assigned;
  private final ClientEvents events;
  private final Clock clock;

  RegisteringClient(Clients clients, Assigned assigned, ClientEvents events, Clock clock) {
    this.clients = clients;
    this.assigned = assigned;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param another whether the specialist knows of their record of that name and date of birth, and
   *     this is somebody else
   */
  UUID register(Person person, Account account, boolean another) {
    if (!another) {
      refuseKnown(person, account);
    }
    return add(person, ClientId.random(), account).value();
  }

  /**
   * That somebody who was met wants a record.
   *
   * @param metAt when they were met at the earliest; not kept
   */
  public record Wish(ActForm act, Instant metAt) {}

  /**
   * Begins a record at the wish of somebody who was met without a name. The id is the caller's: who
   * says the same again finds the record that there is.
   *
   * @param id that no two wishes share
   */
  public ClientId registerAsWished(
      Person person, ClientId id, Registration registration, Wish wish) {
    clients.alone(id);
    if (clients.find(person.agency(), id).isPresent()) {
      return id;
    }
    if (!registration.another()) {
      refuseKnown(person, registration.account());
    }
    var recorder = new Recorder(person.subject(), false);
    var act =
        wish.act()
            .recordedBy(recorder, clock.instant().truncatedTo(ChronoUnit.MICROS))
            .notBefore(wish.metAt(), "before-meeting", "They had not been met yet then.");
    add(person, id, registration.account());
    clients.addWish(person.agency(), id, act);
    return id;
  }

  private ClientId add(Person person, ClientId id, Account account) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var client = Client.registered(id, account, person.subject(), now);
    clients.add(client, person.agency());
    assigned.add(
        person.agency(), client.id(), person.subject(), Relation.PRIMARY, person.subject(), now);
    events.registered(person.agency(), client);
    events.assigned(person.agency(), client, person.subject(), Relation.PRIMARY);
    events.link(person.agency(), client.id(), Identity.of(account), now);
    return client.id();
  }

  // Only among the specialist's own clients: a colleague's or another agency's are as if they were
  // not there (P2-APP-2).
  private void refuseKnown(Person person, Account account) {
    var name = account.legalName();
    var born = account.dateOfBirth();
    if (name == null || born == null) {
      return;
    }
    clients.nameAlone(person.agency(), person.subject(), name, born);
    clients
        .samePerson(person.agency(), person.subject(), name, born)
        .ifPresent(
            known -> {
              throw Refusal.of(Problem.of(CLIENT_KNOWN).with("clientId", known.value()));
            });
  }
}
