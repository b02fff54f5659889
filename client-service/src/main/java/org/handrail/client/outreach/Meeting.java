package org.handrail.client.outreach;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.RegisteringClient;
import org.handrail.client.client.Registration;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.http.Slice;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.handrail.platform.scope.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps meetings without a name, and lets who was met become a client when they want to. */
@Component
class Meeting {
  private final OutreachContacts contacts;
  private final RegisteringClient registering;
  private final RosterSettings settings;
  private final Transactions transactions;

  Meeting(
      OutreachContacts contacts,
      RegisteringClient registering,
      RosterSettings settings,
      Transactions transactions) {
    this.contacts = contacts;
    this.registering = registering;
    this.settings = settings;
    this.transactions = transactions;
  }

  UUID meet(Person person, OutreachContact contact) {
    ActTimes.requirePast("/metOn", contact.metOn(), settings.today(person.agency()));
    contacts.add(person.agency(), contact, person.subject());
    return contact.id();
  }

  OutreachContact one(Person person, UUID id) {
    return transactions.reading(
        () -> contacts.find(person.agency(), whose(person), id).orElseThrow(NotFound::new));
  }

  Slice<OutreachContact, UUID> page(Person person, @Nullable UUID after, int limit) {
    return transactions.reading(
        () ->
            Slice.of(
                limit,
                most -> contacts.page(person.agency(), whose(person), after, most),
                OutreachContact::id));
  }

  /** On these days, the last included; none of them before the first, nor all still to come. */
  OutreachContact.Supplies given(Person person, LocalDate from, LocalDate until) {
    if (until.isBefore(from)) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .parameter("until", "before-start", "It ends after it began."));
    }
    return transactions.reading(
        () -> {
          if (from.isAfter(settings.today(person.agency()))) {
            throw Refusal.of(
                Problem.of(Problems.INVALID)
                    .parameter("from", "in-future", "It has not happened yet."));
          }
          return contacts.given(person.agency(), whose(person), from, until);
        });
  }

  /**
   * Begins a client's record. The meeting is looked for and then forgotten: neither it nor the
   * record keeps the other, nor does the key of the request, which becomes the record's id.
   */
  UUID convert(Person person, UUID id, Registration registration, ActForm wish, String key) {
    return transactions.inTransaction(
        () -> {
          var met = contacts.find(person.agency(), person.subject(), id).orElseThrow(NotFound::new);
          var record = String.join("\n", person.agency().value(), person.subject().value(), key);
          var client = new ClientId(UUID.nameUUIDFromBytes(record.getBytes(UTF_8)));
          return registering
              .registerAsWished(
                  person,
                  client,
                  registration,
                  new RegisteringClient.Wish(wish, ActTimes.earliestOf(met.metOn())))
              .value();
        });
  }

  private static @Nullable SubjectId whose(Person person) {
    return person.is(Role.SUPERVISOR) ? null : person.subject();
  }
}
